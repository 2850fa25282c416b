import type { DataOf, Id, Owner, Stream } from '#kernel';
import { dutyPointEvents, type DutyPointEvent } from './duty-point.events.js';
import type { Party, Side } from './duty-point.words.js';

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

/** A link that waits for the other side: of this step to a neighbour, or of a neighbour to this step. */
export interface PendingLink {
  readonly linkId: Id<'link'>;
  readonly side: Side;
  readonly dutyPointId: Id<'dutyPoint'>;
}

export interface DefinedDutyPoint {
  readonly is: 'defined';
  readonly point: DataOf<DutyPointEvent, 'DutyPointDefined'>;
  readonly previous?: Id<'dutyPoint'>;
  readonly next?: Id<'dutyPoint'>;
  /** What this step asked of others, and what others ask of it. */
  readonly proposals: readonly PendingLink[];
  readonly offers: readonly PendingLink[];
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

/** A step asks each neighbour for one thing at a time. */
const without = (links: readonly PendingLink[], { dutyPointId }: Pick<PendingLink, 'dutyPointId'>) =>
  links.filter((link) => link.dutyPointId !== dutyPointId);

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
      proposals: [],
      offers: [],
      parties: point.requiredParties,
      assignments: [],
      gaps: [],
    }),
    StepLinked: whileDefined((state, { previous, next }) => ({
      ...(previous && { previous }),
      ...(next && { next }),
      proposals: state.proposals.filter(({ dutyPointId }) => dutyPointId !== previous && dutyPointId !== next),
    })),
    LinkProposed: whileDefined((state, link) => ({ proposals: [...without(state.proposals, link), link] })),
    LinkProposalClosed: whileDefined((state, link) => ({ proposals: without(state.proposals, link) })),
    LinkOffered: whileDefined((state, { linkId, side, dutyPointId }) => ({
      offers: [...without(state.offers, { dutyPointId }), { linkId, side, dutyPointId }],
    })),
    LinkAccepted: whileDefined((state, link) => ({
      [link.side]: link.dutyPointId,
      offers: without(state.offers, link),
    })),
    LinkRefused: whileDefined((state, link) => ({ offers: without(state.offers, link) })),
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
