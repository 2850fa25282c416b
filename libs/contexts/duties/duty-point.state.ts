import { answered, type Act, type Answered, type DataOf, type Id, type Owner, type Stream } from '#kernel';
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
  /** When it was assigned: nobody accepts earlier (W1). */
  readonly assigned: Answered;
  /** From when on the acceptance counts: never before it was recorded. */
  readonly acceptedAt?: string;
  readonly until?: string;
  /** Since when the holder of the assignment is there no longer (A6). */
  readonly inactiveFrom?: string;
}

/** A handover that waits for signatures; the one who hands over holds the duty until then. */
export interface Transfer extends DataOf<DutyPointEvent, 'TransferProposed'> {
  readonly proposed: Answered;
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
  readonly transfers: readonly Transfer[];
  readonly gaps: readonly Gap[];
  /** The order that it rests on: the one that it came from (A9), or the one that it was pointed to since. */
  readonly restsOn?: Id<'directive'> | undefined;
  /** That order holds no longer. */
  readonly basisEnded?: boolean;
  readonly retired?: boolean;
}

export type DutyPoint = { readonly is: 'new' } | DefinedDutyPoint;

const whileDefined =
  <D>(change: (state: DefinedDutyPoint, data: D, act: Act) => Partial<DefinedDutyPoint>) =>
  (state: DutyPoint, data: D, act: Act): DutyPoint =>
    state.is === 'new' ? state : { ...state, ...change(state, data, act) };

const amended = (state: DefinedDutyPoint, id: Id<'assignment'>, change: Partial<Assignment>) => ({
  assignments: state.assignments.map((one) => (one.assignmentId === id ? { ...one, ...change } : one)),
});

/** A step asks each neighbour for one thing at a time. */
const without = (links: readonly PendingLink[], { dutyPointId }: Pick<PendingLink, 'dutyPointId'>) =>
  links.filter((link) => link.dutyPointId !== dutyPointId);

const othersThan = ({ transfers }: DefinedDutyPoint, id: Id<'assignment'>) =>
  transfers.filter(({ assignmentId }) => assignmentId !== id);

const over = (state: DefinedDutyPoint, id: Id<'assignment'>, until: string) => ({
  ...amended(state, id, { until }),
  transfers: othersThan(state, id),
});

const ASSIGNED = { en: 'the assignment', zh: '明确责任方' };
const PROPOSED = { en: 'the proposal of the handover', zh: '提出责任移交' };

const isSame = (one: GapName, other: GapName) => one.kind === other.kind && one.party === other.party;

/** The gap of this kind and party, if it is open. */
export const openGap = (state: DefinedDutyPoint, gap: GapName): Gap | undefined =>
  state.gaps.find((open) => isSame(open, gap));

/** An acceptance counts from when it was recorded, whatever day it states: nobody answers for a time before that. */
export const countedFrom = (acceptedAt: string, recordedAt: string): string =>
  acceptedAt > recordedAt ? acceptedAt : recordedAt;

/** Whether an assignment is neither ended nor left by its holder. */
export const isInForce = ({ until, inactiveFrom }: Assignment): boolean =>
  until === undefined && inactiveFrom === undefined;

/** Whose a duty point is: its place's, and the organisations' that hold a stake in it now. */
export const ownerOf = (state: DutyPoint): Owner | undefined =>
  state.is === 'new'
    ? undefined
    : {
        territory: state.point.territoryPath,
        orgs: [
          ...new Set([...state.assignments.filter(isInForce), ...state.transfers].map(({ holder }) => holder.orgId)),
        ],
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
      transfers: [],
      gaps: [],
      restsOn: point.clause?.directiveId,
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
    PartyAssigned: whileDefined((state, data, act) => ({
      assignments: [...state.assignments, { ...data, assigned: answered(ASSIGNED, act) }],
    })),
    AssignmentAccepted: whileDefined((state, { assignmentId, acceptedAt }, { recordedAt }) =>
      amended(state, assignmentId, { acceptedAt: countedFrom(acceptedAt, recordedAt) }),
    ),
    AssignmentEnded: whileDefined((state, { assignmentId, until }) => over(state, assignmentId, until)),
    TransferProposed: whileDefined((state, data, act) => ({
      transfers: [...othersThan(state, data.assignmentId), { ...data, proposed: answered(PROPOSED, act) }],
    })),
    TransferSigned: whileDefined((state, { assignmentId, signed }) => ({
      transfers: state.transfers.map((one) =>
        one.assignmentId === assignmentId ? { ...one, signed: [...one.signed, ...signed] } : one,
      ),
    })),
    AssignmentTransferred: whileDefined((state, { assignmentId, until }) => over(state, assignmentId, until)),
    HolderBecameInactive: whileDefined((state, { assignmentId, inactiveFrom }) =>
      amended(state, assignmentId, { inactiveFrom }),
    ),
    PartyWaived: whileDefined((state, { party }) => ({ parties: state.parties.filter((one) => one !== party) })),
    BasisEnded: whileDefined(() => ({ basisEnded: true })),
    DutyRepointed: whileDefined((_, { clause }) => ({ restsOn: clause.directiveId, basisEnded: false })),
    DutyPointRetired: whileDefined((state, _, { occurredAt: until }) => ({
      retired: true,
      transfers: [],
      assignments: state.assignments.map((one) => (isInForce(one) ? { ...one, until } : one)),
    })),
    GapDetected: whileDefined((state, { kind, party, between }) => ({
      gaps: [...state.gaps, { kind, ...(party && { party }), ...(between && { between }) }],
    })),
    GapResolved: whileDefined((state, gap) => ({ gaps: state.gaps.filter((open) => !isSame(open, gap)) })),
  },
};
