import { answered, type Id, type Owner, type Stream } from '#kernel';
import { dutyPointEvents, type DutyPointEvent } from './duty-point.events.js';
import {
  whileDefined,
  type Assignment,
  type DefinedDutyPoint,
  type DutyPoint,
  type Gap,
} from './duty-point.defined.js';
import { linkFolds } from './duty-point.links.evolve.js';
import { righted } from './duty-point.righted.js';

export * from './duty-point.defined.js';

type GapName = Pick<Gap, 'kind' | 'party'>;

const amended = (state: DefinedDutyPoint, id: Id<'assignment'>, change: Partial<Assignment>) => ({
  assignments: state.assignments.map((one) => (one.assignmentId === id ? { ...one, ...change } : one)),
});

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
      declined: [],
      parties: point.requiredParties,
      assignments: [],
      transfers: [],
      gaps: [],
      restsOn: point.clause?.directiveId,
      clauseNumber: point.clause?.clauseNumber,
    }),
    ...linkFolds,
    DutyPointCorrected: whileDefined(({ point }, { reason: _, notDuplicateOf: __, ...right }) => ({
      point: righted(point, right),
    })),
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
    DutyRepointed: whileDefined((_, { clause }) => ({
      restsOn: clause.directiveId,
      clauseNumber: clause.clauseNumber,
      basisEnded: false,
    })),
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
