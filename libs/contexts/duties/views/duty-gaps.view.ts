import { viewOf } from '#kernel';
import { dutyPointEvents } from '../duty-point.events.js';
import { righted } from '../duty-point.righted.js';
import type { GapKind } from '../duty-point.words.js';
import { NOT_OF_GAPS, ownerOfGap, whereIs } from './about-gap.js';
import type { DutyGaps, OpenGap } from './duty-gaps.row.js';

type Where = Omit<DutyGaps, 'kind' | 'parties' | 'detectedAt' | 'open'>;

/** The worst first: a step that nobody holds between two that somebody does. */
const WORST: readonly GapKind[] = ['orphan-step', 'no-holder', 'holder-inactive'];

const isSame = (one: Pick<OpenGap, 'kind' | 'party'>, other: Pick<OpenGap, 'kind' | 'party'>) =>
  one.kind === other.kind && one.party === other.party;

/** The row of a duty point of which these are open; none where nothing is. */
const rowWith = (where: Where, open: OpenGap[]): DutyGaps | undefined => {
  const worst = WORST.flatMap((kind) => open.find((one) => one.kind === kind) ?? [])[0];
  const first = open.map(({ detectedAt }) => detectedAt).sort()[0];
  if (!worst || first === undefined) return undefined;
  return {
    ...where,
    kind: worst.kind,
    parties: open.flatMap(({ party }) => party ?? []),
    detectedAt: first,
    between: open.flatMap(({ between }) => between),
    orgs: open.flatMap(({ orgs }) => orgs),
    open,
  };
};

/** What hangs in the air, one row for each duty point: one duty is one gap, however many of its parties are missing (A7). */
export const dutyGaps = viewOf<DutyGaps, typeof dutyPointEvents>({
  name: 'duty_gaps',
  version: 1,
  of: dutyPointEvents,
  key: (_, { stream }) => stream,
  owner: ownerOfGap,
  indexes: ['kind', 'matter', 'detectedAt'],
  searched: ['matter', 'step', 'place'],
  on: {
    GapDetected: (row, data, { stream, occurredAt: detectedAt }) => {
      const where = { id: stream, ...whereIs(stream, data) };
      const { kind, party, orgs } = data;
      const gap = { kind, ...(party && { party }), detectedAt, between: where.between, orgs };
      return rowWith(where, [...(row?.open ?? []), gap]);
    },
    GapResolved: (row, gap) =>
      row &&
      rowWith(
        row,
        row.open.filter((one) => !isSame(one, gap)),
      ),
    DutyPointCorrected: (row, { matter, step, place, placeType }) =>
      row && righted<DutyGaps>(row, { matter, step, place, placeType }),
    ...NOT_OF_GAPS,
  },
});
