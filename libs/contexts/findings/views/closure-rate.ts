import { count, isAnyId, optional, pointer, ratio, ref, rowOf, shownText, type PartData } from '#kernel';
import type { Tally, TallyGroup } from '#platform/views';
import type { RatedBy } from '../finding.words.js';
import type { FindingCard } from './finding-card.js';

export const closureRateRow = rowOf(
  'ClosureRate',
  'How many of the findings confirmed in a period are struck off, in their state at the moment asked for.',
  '期内认定的问题在查询时点的销号情况。',
  {
    group: optional(shownText('The class or severity of this group.', '分组：类别或严重程度。')),
    unit: optional(pointer('The unit of this group.', '分组：责任单位。')),
    confirmed: count('Confirmed in the period.', '期内认定数。'),
    voided: count('Of these, voided since.', '其中已作废数。'),
    counted: count('What the rate divides by: confirmed and not voided.', '分母：认定数减作废数。'),
    closedOut: count('Struck off; a relapsed finding is not.', '已销号数（反弹的不计）。'),
    rate: optional(ratio('closedOut ÷ counted; null when nothing counts.', '销号率；分母为零时为空。')),
    onTime: count('Struck off and reported done by the original due time.', '按原定时限完成并销号数。'),
    onTimeExtended: count('The same by the extended due time.', '按延期后时限完成并销号数。'),
    onTimeRate: optional(ratio('onTime ÷ counted; null when nothing counts.', '按期销号率；分母为零时为空。')),
    late: count('Struck off, reported done after the original due time.', '逾期完成并销号数。'),
    returned: count('Sent back by a verification at least once.', '曾被核查退回数。'),
    relapsed: count('Came back after a close-out at least once.', '曾反弹数。'),
  },
);

type ClosureRate = PartData<typeof closureRateRow>;

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
  between: [{ field: 'confirmedAt', ...(from !== undefined && { from }), ...(to !== undefined && { to }) }],
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
