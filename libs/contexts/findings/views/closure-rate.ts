import { bilingual, isAnyId } from '#kernel';
import { ref, Ref, Shown } from '#platform/graphql';
import type { Tally, TallyGroup } from '#platform/views';
import { Float, Int, ObjectType } from '@nestjs/graphql';
import type { RatedBy } from '../finding.words.js';
import type { FindingCard } from './finding-card.js';

@ObjectType({
  description: bilingual({
    en: 'How many of the findings confirmed in a period are struck off, in their state at the moment asked for.',
    zh: '期内认定的问题在查询时点的销号情况。',
  }),
})
export class ClosureRate {
  @Shown(() => String, { en: 'The class or severity of this group.', zh: '分组：类别或严重程度。', optional: true })
  group?: string;
  @Shown(() => Ref, { en: 'The unit of this group.', zh: '分组：责任单位。', optional: true })
  unit?: Ref;
  @Shown(() => Int, { en: 'Confirmed in the period.', zh: '期内认定数。' })
  confirmed!: number;
  @Shown(() => Int, { en: 'Of these, voided since.', zh: '其中已作废数。' })
  voided!: number;
  @Shown(() => Int, { en: 'What the rate divides by: confirmed and not voided.', zh: '分母：认定数减作废数。' })
  counted!: number;
  @Shown(() => Int, { en: 'Struck off; a relapsed finding is not.', zh: '已销号数（反弹的不计）。' })
  closedOut!: number;
  @Shown(() => Float, {
    en: 'closedOut ÷ counted; null when nothing counts.',
    zh: '销号率；分母为零时为空。',
    optional: true,
  })
  rate?: number;
  @Shown(() => Int, { en: 'Struck off and reported done by the original due time.', zh: '按原定时限完成并销号数。' })
  onTime!: number;
  @Shown(() => Int, { en: 'The same by the extended due time.', zh: '按延期后时限完成并销号数。' })
  onTimeExtended!: number;
  @Shown(() => Float, {
    en: 'onTime ÷ counted; null when nothing counts.',
    zh: '按期销号率；分母为零时为空。',
    optional: true,
  })
  onTimeRate?: number;
  @Shown(() => Int, { en: 'Struck off, reported done after the original due time.', zh: '逾期完成并销号数。' })
  late!: number;
  @Shown(() => Int, { en: 'Sent back by a verification at least once.', zh: '曾被核查退回数。' })
  returned!: number;
  @Shown(() => Int, { en: 'Came back after a close-out at least once.', zh: '曾反弹数。' })
  relapsed!: number;
}

const FIELD = { class: 'class', severity: 'severity', unit: 'unitId' } as const satisfies Record<
  RatedBy,
  keyof FindingCard
>;

interface Period {
  readonly by?: RatedBy;
  readonly from?: string;
  readonly to?: string;
}

/** Which findings a rate is about: those confirmed in [from, to), in as many groups as asked for. */
export const rated = ({ by, from, to }: Period): Tally<FindingCard> => ({
  ...(by && { by: FIELD[by] }),
  where: { confirmed: true },
  count: ['counted', 'closedOut', 'onTime', 'late', 'returned', 'relapsed'],
  between: { field: 'confirmedAt', ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
});

const share = (part: number, whole: number) => (whole === 0 ? {} : { rate: part / whole });

/** The closure rate of one group (domain.md 3.12): closed out ÷ (confirmed − voided). */
const closureRateOf = ({ value, total, counts }: TallyGroup): ClosureRate => {
  const of = (flag: string) => counts[flag] ?? 0;
  const [counted, closedOut, onTime] = [of('counted'), of('closedOut'), of('onTime')];
  const onTimeRate = share(onTime, counted).rate;
  return {
    ...(isAnyId(value) ? { unit: ref(value) } : value !== null && { group: value }),
    confirmed: total,
    voided: total - counted,
    counted,
    closedOut,
    ...share(closedOut, counted),
    onTime,
    onTimeExtended: onTime,
    ...(onTimeRate !== undefined && { onTimeRate }),
    late: of('late'),
    returned: of('returned'),
    relapsed: of('relapsed'),
  };
};

const NOTHING: TallyGroup = { value: null, total: 0, counts: {} };

/** One rate for each group; when no groups were asked for there is always one. */
export const closureRates = (groups: readonly TallyGroup[], by: RatedBy | undefined): readonly ClosureRate[] =>
  (groups.length === 0 && !by ? [NOTHING] : groups).map(closureRateOf);
