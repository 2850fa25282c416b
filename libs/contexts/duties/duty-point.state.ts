import type { DataOf, Id, Owner, Stream } from '#kernel';
import { dutyPointEvents, type DutyPointEvent } from './duty-point.events.js';
import type { Party } from './duty-point.words.js';

type Assigned = DataOf<DutyPointEvent, 'PartyAssigned'>;
type Detected = DataOf<DutyPointEvent, 'GapDetected'>;

export type Holder = Assigned['holder'];
export type Between = NonNullable<Detected['between']>;
export type Gap = Pick<Detected, 'kind' | 'party' | 'between'>;
type GapName = Pick<Gap, 'kind' | 'party'>;

/** A period in which somebody answers for one party's share; never overwritten, only ended (A5). */
export interface Assignment extends Assigned {
  readonly acceptedAt?: string;
  readonly until?: string;
  /** Since when the holder of the assignment is there no longer (A6). */
  readonly inactiveFrom?: string;
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

const whileDefined =
  <D>(change: (state: DefinedDutyPoint, data: D) => Partial<DefinedDutyPoint>) =>
  (state: DutyPoint, data: D): DutyPoint =>
    state.is === 'new' ? state : { ...state, ...change(state, data) };

const amended = (state: DefinedDutyPoint, id: Id<'assignment'>, change: Partial<Assignment>) => ({
  assignments: state.assignments.map((one) => (one.assignmentId === id ? { ...one, ...change } : one)),
});

const isSame = (one: GapName, other: GapName) => one.kind === other.kind && one.party === other.party;

/** The gap of this kind and party, if it is open. */
export const openGap = (state: DefinedDutyPoint, gap: GapName): Gap | undefined =>
  state.gaps.find((open) => isSame(open, gap));

/** Whether an assignment is neither ended nor left by its holder. */
export const isInForce = ({ until, inactiveFrom }: Assignment): boolean =>
  until === undefined && inactiveFrom === undefined;

/** Whose a duty point is: its place's, and the organisations' that hold a stake in it now. */
export const ownerOf = (state: DutyPoint): Owner | undefined =>
  state.is === 'new'
    ? undefined
    : {
        territory: state.point.territoryPath,
        orgs: [...new Set(state.assignments.filter(isInForce).map(({ holder }) => holder.orgId))],
      };

/** How a duty point is folded. */
export const dutyPointStream: Stream<DutyPoint, DutyPointEvent> = {
  kind: 'dutyPoint',
  events: dutyPointEvents,
  initial: { is: 'new' },
  seenBy: ownerOf,
  evolve: {
    DutyPointDefined: (_, point) => ({
      is: 'defined',
      point,
      ...(point.previous && { previous: point.previous }),
      ...(point.next && { next: point.next }),
      parties: point.requiredParties,
      assignments: [],
      gaps: [],
    }),
    StepLinked: whileDefined((_, { previous, next }) => ({ ...(previous && { previous }), ...(next && { next }) })),
    PartyAssigned: whileDefined((state, data) => ({ assignments: [...state.assignments, data] })),
    AssignmentAccepted: whileDefined((state, { assignmentId, acceptedAt }) =>
      amended(state, assignmentId, { acceptedAt }),
    ),
    AssignmentEnded: whileDefined((state, { assignmentId, until }) => amended(state, assignmentId, { until })),
    HolderBecameInactive: whileDefined((state, { assignmentId, inactiveFrom }) =>
      amended(state, assignmentId, { inactiveFrom }),
    ),
    PartyWaived: whileDefined((state, { party }) => ({ parties: state.parties.filter((one) => one !== party) })),
    GapDetected: whileDefined((state, { kind, party, between }) => ({
      gaps: [...state.gaps, { kind, ...(party && { party }), ...(between && { between }) }],
    })),
    GapResolved: whileDefined((state, gap) => ({ gaps: state.gaps.filter((open) => !isSame(open, gap)) })),
  },
};
