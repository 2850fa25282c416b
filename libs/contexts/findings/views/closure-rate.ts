import { count, isId, optional, pointer, ratio, ref, rowOf, shownText, type PartData } from '#kernel';
import type { Narrowing, Tally, TallyGroup } from '#platform/views';
import { chinaMonth } from '#time';
import type { RatedBy } from '../finding.words.js';
import { CHARGED } from './charges.js';
import { findingsDueSoon, overdueFindings } from './deadlines.js';
import type { FindingCard } from './finding-card.js';

export const closureRateRow = rowOf(
  'ClosureRate',
  'How many of the findings confirmed in a period are struck off, in their state at the moment asked for.',
  '期内认定的问题在查询时点的销号情况。',
  {
    group: optional(shownText('The class or severity of this group.', '分组：类别或严重程度。')),
    unit: optional(pointer('The unit of this group.', '分组：责任单位。')),
    verifier: optional(pointer('The verifier of this group.', '分组：核查人。')),
    confirmed: count(
      'Confirmed in the period: those whose confirmation the log took in it.',
      '期内认定数（按认定的记录时间）。',
    ),
    voided: count('Of these, voided since.', '其中已作废数。'),
    merged: count('Of these, merged into others since.', '其中已并案数。'),
    counted: count(
      'What the rate divides by: confirmed, and neither voided nor merged.',
      '分母：认定数减作废数、并案数。',
    ),
    closedOut: count('Struck off; a relapsed finding is not.', '已销号数（反弹的不计）。'),
    rate: optional(ratio('closedOut ÷ counted; null when nothing counts.', '销号率；分母为零时为空。')),
    overdue: count('Open, and past their present due time at that moment.', '查询时点逾期未结数。'),
    dueSoon: count('Open, and due before long at that moment.', '查询时点临近时限数。'),
    onTime: count('Struck off and recorded as done by the original due time.', '按原定时限完成并销号数。'),
    onTimeExtended: count('The same by the present due time.', '按现时限完成并销号数。'),
    late: count(
      'A fix that held was recorded as done after the original due time.',
      '逾期完成数（一经逾期不再改变）。',
    ),
    lateEntries: count(
      'The fix was reported by an import or a late entry: neither on time nor late.',
      '报完成为补录或导入的，单独计数，不计按期也不计逾期。',
    ),
    onTimeRate: optional(
      ratio(
        'onTime ÷ (onTime + late); null when there is neither.',
        '按期率：按期数 ÷（按期数 + 逾期数）；均无时为空。',
      ),
    ),
    returned: count('Sent back by a verification or the acceptor at least once.', '曾被退回数。'),
    relapsed: count('Came back after a close-out at least once.', '曾反弹数。'),
  },
);

type ClosureRate = PartData<typeof closureRateRow>;

const FIELD = {
  class: { by: 'class' },
  severity: { by: 'severity' },
  unit: { by: 'unitId' },
  verifier: { byEach: 'verifiedBy' },
} as const satisfies Record<RatedBy, Pick<Tally<FindingCard>, 'by' | 'byEach'>>;

interface Period {
  readonly by?: RatedBy;
  /** A month in China, such as 2022-03. */
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Which findings a rate is about: those whose confirmation was recorded in the period, which nobody can choose. */
const ratedIn = ({ month, from, to }: Period): Narrowing<FindingCard> => {
  const field = 'confirmationRecordedAt';
  return {
    where: { confirmed: true },
    between: [
      { field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      ...(month === undefined ? [] : [{ field, ...chinaMonth(month) } as const]),
    ],
  };
};

/** What is counted of them, in as many groups as asked for. What time alone tells is told of the moment looked at. */
export const rated = ({ by, ...period }: Period, moment: string): Tally<FindingCard> => ({
  ...(by && FIELD[by]),
  ...ratedIn(period),
  count: ['counted', 'voided', 'merged', 'closedOut', ...CHARGED],
  during: { overdue: overdueFindings(moment), dueSoon: findingsDueSoon(moment) },
});

/** What is charged to whom: units and verifiers are measured by what happened in their own rounds (F6). */
export const chargedIn = ({ by, ...period }: Period): Tally<FindingCard> | undefined =>
  by === 'unit' || by === 'verifier' ? { byEach: 'charges', ...ratedIn(period), count: [] } : undefined;

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

const groupOf = (value: string | null): Pick<ClosureRate, 'unit' | 'verifier' | 'group'> => {
  if (isId('organisation', value)) return { unit: ref(value) };
  if (isId('person', value)) return { verifier: ref(value) };
  return value === null ? {} : { group: value };
};

/** The closure rate of one group (domain.md 3.12): closed out ÷ (confirmed − voided − merged). */
const closureRateOf = ({ value, total, counts }: TallyGroup): ClosureRate => {
  const of = (flag: string) => counts[flag] ?? 0;
  const [counted, closedOut, onTime, late] = [of('counted'), of('closedOut'), of('onTime'), of('late')];
  const [rate, onTimeRate] = [share(closedOut, counted), share(onTime, onTime + late)];
  return {
    ...groupOf(value),
    ...{ confirmed: total, voided: of('voided'), merged: of('merged'), counted, closedOut },
    ...(rate !== undefined && { rate }),
    ...{ overdue: of('overdue'), dueSoon: of('dueSoon') },
    ...{ onTime, onTimeExtended: of('onTimeExtended'), late, lateEntries: of('lateEntry') },
    ...(onTimeRate !== undefined && { onTimeRate }),
    ...{ returned: of('returned'), relapsed: of('relapsed') },
  };
};

const NOTHING: TallyGroup = { value: null, total: 0, counts: {} };

const KIND = { unit: 'organisation', verifier: 'person' } as const;

/** The groups with what is charged to each of them in place of what their findings show now; those too that have nothing else. */
const charged = (
  groups: readonly TallyGroup[],
  charges: readonly TallyGroup[],
  kind: string,
): readonly TallyGroup[] => {
  const found = charges.flatMap(({ value, total }) => {
    const [what = '', who = ''] = (value ?? '').split(' ');
    return isId(kind, who) ? [{ what, who, total }] : [];
  });
  const all = new Set([...groups.map(({ value }) => value), ...found.map(({ who }) => who)]);
  return [...all].map((value) => {
    const { total, counts } = groups.find((group) => group.value === value) ?? NOTHING;
    const own = found.filter(({ who }) => who === value).map(({ what, total }) => [what, total] as const);
    const none = Object.fromEntries(CHARGED.map((what) => [what, 0]));
    return { value, total, counts: { ...counts, ...none, ...Object.fromEntries(own) } };
  });
};

/** One rate for each group; when no groups were asked for there is always one. */
export const closureRates = (
  groups: readonly TallyGroup[],
  by: RatedBy | undefined,
  charges: readonly TallyGroup[] = [],
): readonly ClosureRate[] => {
  if (by === 'unit' || by === 'verifier') return charged(groups, charges, KIND[by]).map(closureRateOf);
  return (groups.length === 0 && !by ? [NOTHING] : groups).map(closureRateOf);
};
