import type { DataOf, Id } from '#kernel';
import type { DutyPointEvent } from './duty-point.events.js';
import { bodyOf } from './duty-point.holders.js';
import { openGap, type Between, type DefinedDutyPoint } from './duty-point.state.js';
import type { Party } from './duty-point.words.js';

type Defined = DataOf<DutyPointEvent, 'DutyPointDefined'>;

/** A neighbouring step, and the organisation that holds it, if any does. */
export interface Neighbour {
  readonly dutyPointId: Id<'dutyPoint'>;
  readonly body: Id<'organisation'> | undefined;
}

const located = ({ matter, step, place, placeType, territoryId, territoryPath }: Defined) => ({
  matter,
  step,
  ...(place !== undefined && { place }),
  ...(placeType !== undefined && { placeType }),
  territoryId,
  territoryPath,
});

/** The gaps of one party: nobody has held it yet, or the one who did has left (A7). */
const OF_A_PARTY = ['no-holder', 'holder-inactive'] as const;

const gapOf = (kind: (typeof OF_A_PARTY)[number], point: Defined, party: Party): DutyPointEvent => ({
  type: 'GapDetected',
  data: { kind, party, ...located(point), orgs: [] },
});

/** The gap of a required party that nobody holds (A7). */
export const noHolder = (point: Defined, party: Party): DutyPointEvent => gapOf('no-holder', point, party);

/** The gap of a required party whose lead had accepted and is there no longer (A7). */
export const holderInactive = (point: Defined, party: Party): DutyPointEvent => gapOf('holder-inactive', point, party);

/** The party is held or waived now: its gap, if one was open, is over. */
export const filled = (state: DefinedDutyPoint, party: Party): readonly DutyPointEvent[] =>
  OF_A_PARTY.filter((kind) => openGap(state, { kind, party })).map((kind) => ({
    type: 'GapResolved',
    data: { kind, party },
  }));

/** The gap of a step that nobody holds, while the steps before and after are held by different bodies (A7). */
const orphanBetween = (state: DefinedDutyPoint, neighbours: readonly Neighbour[]): Between | undefined => {
  if (bodyOf(state) !== undefined) return undefined;
  const held = neighbours.flatMap(({ dutyPointId, body }) => (body ? [{ dutyPointId, orgId: body }] : []));
  return new Set(held.map(({ orgId }) => orgId)).size === 2 ? held : undefined;
};

const isUnchanged = (before: Between | undefined, now: Between | undefined) =>
  JSON.stringify(before) === JSON.stringify(now);

/** What a look at the neighbours changes about the orphan-step gap; nothing when it stands as it stood. */
export const orphanStep = (state: DefinedDutyPoint, neighbours: readonly Neighbour[]): readonly DutyPointEvent[] => {
  const before = openGap(state, { kind: 'orphan-step' })?.between;
  const between = orphanBetween(state, neighbours);
  if (isUnchanged(before, between)) return [];
  const resolved: DutyPointEvent = { type: 'GapResolved', data: { kind: 'orphan-step' } };
  if (!between) return [resolved];
  const orgs = between.map(({ orgId }) => orgId);
  const detected: DutyPointEvent = {
    type: 'GapDetected',
    data: { kind: 'orphan-step', between, ...located(state.point), orgs },
  };
  return before ? [resolved, detected] : [detected];
};
