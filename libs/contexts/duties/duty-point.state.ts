import type { DataOf, Id } from '#kernel';
import type { DutyPointEvent, Party } from './duty-point.events.js';

type Assigned = DataOf<DutyPointEvent, 'PartyAssigned'>;
type Detected = DataOf<DutyPointEvent, 'GapDetected'>;

export type Holder = Assigned['holder'];
export type Between = NonNullable<Detected['between']>;
export type Gap = Pick<Detected, 'kind' | 'party' | 'between'>;

/** A period in which somebody answers for one party's share; never overwritten, only ended (A5). */
export interface Assignment extends Assigned {
  readonly acceptedAt?: string;
  readonly until?: string;
}

export interface DefinedDutyPoint {
  readonly is: 'defined';
  readonly point: DataOf<DutyPointEvent, 'DutyPointDefined'>;
  readonly previous?: Id<'dutyPoint'>;
  readonly next?: Id<'dutyPoint'>;
  /** The parties that are required and not waived. */
  readonly parties: readonly Party[];
  readonly assignments: readonly Assignment[];
  readonly gaps: readonly Gap[];
}

export type DutyPoint = { readonly is: 'new' } | DefinedDutyPoint;

/** Who held a duty, and as which party. */
export interface HolderOn extends Holder {
  readonly party: Party;
  readonly capacity: Assigned['capacity'];
}

/** A step is known by the body nearest to its work. */
const NEAREST_FIRST: readonly Party[] = ['unit', 'individual', 'departmental', 'territorial'];

const inForce = ({ until }: Assignment) => until === undefined;

/** The lead named for a party, accepted or not. */
export const leadOf = (state: DefinedDutyPoint, party: Party): Assignment | undefined =>
  state.assignments.find((one) => one.party === party && one.capacity === 'lead' && inForce(one));

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

/** The organisations that hold a stake in a duty point now. */
export const stakeholders = (state: DefinedDutyPoint): readonly Id<'organisation'>[] => [
  ...new Set(state.assignments.filter(inForce).map(({ holder }) => holder.orgId)),
];

const heldFrom = ({ from, acceptedAt }: Assignment): string | undefined =>
  acceptedAt !== undefined && from > acceptedAt ? from : acceptedAt;

/** A5: who held this at that instant, of all the periods ever assigned. A proposal that nobody accepted held nothing. */
export const holdersOn = (state: DutyPoint, instant: string): readonly HolderOn[] => {
  if (state.is === 'new') return [];
  const held = state.assignments.filter((one) => {
    const start = heldFrom(one);
    return start !== undefined && start <= instant && (one.until === undefined || instant < one.until);
  });
  return held.map(({ party, capacity, holder }) => ({ party, capacity, ...holder }));
};

const isSame = (one: Pick<Gap, 'kind' | 'party'>, other: Pick<Gap, 'kind' | 'party'>) =>
  one.kind === other.kind && one.party === other.party;

export const openGap = (state: DefinedDutyPoint, gap: Pick<Gap, 'kind' | 'party'>): Gap | undefined =>
  state.gaps.find((open) => isSame(open, gap));

export const withoutGap = (gaps: readonly Gap[], gap: Pick<Gap, 'kind' | 'party'>): readonly Gap[] =>
  gaps.filter((open) => !isSame(open, gap));
