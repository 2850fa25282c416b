import type { Id } from '#kernel';
import { isInForce, type Assignment, type DefinedDutyPoint, type DutyPoint, type Holder } from './duty-point.state.js';
import type { Party } from './duty-point.words.js';

/** Who held a duty, and as which party. */
export interface HolderOn extends Holder {
  readonly party: Party;
  readonly capacity: Assignment['capacity'];
}

/** A step is known by the body nearest to its work. */
const NEAREST_FIRST: readonly Party[] = ['unit', 'individual', 'departmental', 'territorial'];

/** From when on an assignment holds nothing, if that is known: it was ended, or its holder has left. */
export const endOf = ({ until, inactiveFrom }: Assignment): string | undefined =>
  [until, inactiveFrom].filter((end) => end !== undefined).toSorted()[0];

/** The assignment of this id, while it is in force. */
export const inForce = (state: DefinedDutyPoint, id: Id<'assignment'>): Assignment | undefined =>
  state.assignments.find((one) => one.assignmentId === id && isInForce(one));

/** The lead named for a party, accepted or not. */
export const leadOf = (state: DefinedDutyPoint, party: Party): Assignment | undefined =>
  state.assignments.find((one) => one.party === party && one.capacity === 'lead' && isInForce(one));

/** A party holds a duty once its lead has accepted it. */
export const isHeld = (state: DefinedDutyPoint, party: Party): boolean =>
  leadOf(state, party)?.acceptedAt !== undefined;

/** The required parties that nobody holds. */
export const unheld = (state: DutyPoint): readonly Party[] =>
  state.is === 'new' ? [] : state.parties.filter((party) => !isHeld(state, party));

/** The organisation that holds a step, if any does. */
export const bodyOf = (state: DutyPoint): Id<'organisation'> | undefined => {
  if (state.is === 'new') return undefined;
  const party = NEAREST_FIRST.find((one) => isHeld(state, one));
  return party && leadOf(state, party)?.holder.orgId;
};

const heldFrom = ({ from, acceptedAt }: Assignment): string | undefined =>
  acceptedAt !== undefined && from > acceptedAt ? from : acceptedAt;

/**
 * A5: who held this at that instant, of all the periods ever assigned. A proposal that nobody accepted held nothing, and nobody is
 * named for what happened after they left (K9).
 */
export const holdersOn = (state: DutyPoint, instant: string): readonly HolderOn[] => {
  if (state.is === 'new') return [];
  const held = state.assignments.filter((one) => {
    const start = heldFrom(one);
    const end = endOf(one);
    return start !== undefined && start <= instant && (end === undefined || instant < end);
  });
  return held.map(({ party, capacity, holder }) => ({ party, capacity, ...holder }));
};
