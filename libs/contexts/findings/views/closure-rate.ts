import { isId, ref } from '#kernel';
import type { Narrowing, Tally, TallyGroup } from '#platform/views';
import { chinaMonth } from '#time';
import type { RatedBy } from '../finding.words.js';
import { CHARGED } from './charges.js';
import type { ClosureRate } from './closure-rate.row.js';
import { findingsDueSoon, overdueFindings } from './deadlines.js';
import type { FindingCard } from './finding-card.js';

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
