import {
  commonPath,
  happened,
  refused,
  type DataOf,
  type Decider,
  type Decision,
  type Id,
  type Occasion,
  type Owner,
  type TerritoryPath,
} from '#kernel';
import { dutyPointEvents, type DutyPointEvent, type Party } from './duty-point.events.js';
import { evolveDutyPoint } from './duty-point.evolve.js';
import { filled, noHolder, orphanStep, type Neighbour } from './duty-point.gaps.js';
import { dutyPointRefusals, type DutyPointRefusal } from './duty-point.refusals.js';
import { leadOf, stakeholders, type Assignment, type DefinedDutyPoint, type DutyPoint } from './duty-point.state.js';

interface OneAssignment {
  readonly assignmentId: Id<'assignment'>;
}

export type DutyPointCommand =
  | { type: 'DefineDutyPoint'; data: Omit<DataOf<DutyPointEvent, 'DutyPointDefined'>, 'territoryPath'> }
  | { type: 'LinkStep'; data: DataOf<DutyPointEvent, 'StepLinked'> }
  | { type: 'AssignParty'; data: DataOf<DutyPointEvent, 'PartyAssigned'> }
  | { type: 'AcceptAssignment'; data: OneAssignment }
  | { type: 'EndAssignment'; data: OneAssignment }
  | { type: 'WaiveParty'; data: { party: Party; reason?: string | undefined } }
  | { type: 'ReviewStep'; data: object };

/** What a decision about a duty point needs to know of other streams; each command reads its own part. */
export interface DutyPointFacts {
  /** DefineDutyPoint: where the place lies; absent when there is no such place. */
  readonly territoryPath?: TerritoryPath;
  /** DefineDutyPoint: neighbours named that are not defined. */
  readonly undefinedNeighbours?: readonly ('previous' | 'next')[];
  /** AssignParty: where the holder's organisation lies; absent when there is none. */
  readonly holder?: { readonly territoryPath: TerritoryPath; readonly inPost: boolean };
  /** ReviewStep: the steps before and after. */
  readonly neighbours?: readonly Neighbour[];
}

type Verdict = Decision<DutyPointEvent, DutyPointRefusal>;
export type CommandData<T extends DutyPointCommand['type']> = DataOf<DutyPointCommand, T>;
type Rule<D> = (asked: D, state: DefinedDutyPoint, on: Occasion, facts: DutyPointFacts) => Verdict;

const onceDefined =
  <D>(rule: Rule<D>) =>
  (asked: D, state: DutyPoint, on: Occasion, facts: DutyPointFacts): Verdict =>
    state.is === 'new' ? refused('NOT_DEFINED') : rule(asked, state, on, facts);

const define = (
  asked: CommandData<'DefineDutyPoint'>,
  state: DutyPoint,
  _: Occasion,
  facts: DutyPointFacts,
): Verdict => {
  if (state.is !== 'new') return refused('ALREADY_DEFINED');
  const { territoryPath } = facts;
  if (asked.requiredParties.length === 0) return refused('NO_PARTY', 'requiredParties');
  if (territoryPath === undefined) return refused('NO_SUCH_TERRITORY', 'territoryId');
  if (asked.place === undefined && asked.placeType === undefined) return refused('NO_PLACE', 'place');
  const point = { ...asked, requiredParties: [...new Set(asked.requiredParties)], territoryPath };
  const gaps = point.requiredParties.map((party) => noHolder(point, party));
  return wrongNeighbours(asked, facts) ?? happened({ type: 'DutyPointDefined', data: point }, ...gaps);
};

const wrongNeighbours = (
  { previous, next }: CommandData<'DefineDutyPoint'>,
  { undefinedNeighbours }: DutyPointFacts,
): Verdict | undefined => {
  if (previous && previous === next) return refused('NEIGHBOURS_THE_SAME', 'next');
  const missing = undefinedNeighbours?.[0];
  return missing && refused('NO_SUCH_NEIGHBOUR', missing);
};

const current = (state: DefinedDutyPoint, id: Id<'assignment'>): Assignment | undefined =>
  state.assignments.find(({ assignmentId, until }) => assignmentId === id && until === undefined);

const assign: Rule<CommandData<'AssignParty'>> = (asked, state, { occurredAt }, { holder }) => {
  const { party, capacity, assignmentId, from } = asked;
  if (!state.parties.includes(party)) return refused('PARTY_NOT_REQUIRED', 'party');
  if (state.assignments.some((one) => one.assignmentId === assignmentId))
    return refused('ASSIGNMENT_ID_TAKEN', 'assignmentId');
  if (capacity === 'lead' && leadOf(state, party)) return refused('LEAD_ALREADY_NAMED', 'capacity');
  if (from > occurredAt) return refused('STARTS_IN_FUTURE', 'from');
  return assignable(asked, holder) ?? happened({ type: 'PartyAssigned', data: asked });
};

/** A2: the individual party is a natural person in a post. */
const assignable = (
  { party, holder }: CommandData<'AssignParty'>,
  found: DutyPointFacts['holder'],
): Verdict | undefined => {
  if (!found) return refused('NO_SUCH_ORGANISATION', 'holder', 'orgId');
  if (party === 'individual' && !(holder.personId && holder.postId)) {
    return refused('INDIVIDUAL_NEEDS_PERSON_AND_POST', 'holder');
  }
  return found.inPost ? undefined : refused('NOT_IN_THAT_POST', 'holder');
};

/** An organisation accepts through whoever acts for it; a person accepts in person, with nobody standing in. */
const isHolder = ({ holder }: Assignment, { actorId, orgId, onBehalfOf }: Occasion): boolean =>
  holder.personId === undefined
    ? orgId === holder.orgId
    : actorId === holder.personId && orgId === holder.orgId && onBehalfOf === undefined;

const accept: Rule<CommandData<'AcceptAssignment'>> = ({ assignmentId }, state, on) => {
  const assignment = current(state, assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  if (assignment.acceptedAt !== undefined) return refused('ALREADY_ACCEPTED');
  if (!isHolder(assignment, on)) return refused('NOT_THE_HOLDER');
  const resolved = assignment.capacity === 'lead' ? filled(state, assignment.party) : [];
  return happened({ type: 'AssignmentAccepted', data: { assignmentId, acceptedAt: on.occurredAt } }, ...resolved);
};

const end: Rule<CommandData<'EndAssignment'>> = ({ assignmentId }, state, { occurredAt }) => {
  const assignment = current(state, assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  const leavesGap = assignment.capacity === 'lead' && assignment.acceptedAt !== undefined;
  if (leavesGap) return refused('WOULD_LEAVE_A_GAP');
  return happened({ type: 'AssignmentEnded', data: { assignmentId, until: occurredAt } });
};

const waive: Rule<CommandData<'WaiveParty'>> = ({ party, reason }, state) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  if (!state.parties.includes(party)) return refused('PARTY_NOT_REQUIRED', 'party');
  if (leadOf(state, party)) return refused('LEAD_ALREADY_NAMED', 'party');
  if (state.parties.length === 1) return refused('LAST_PARTY', 'party');
  return happened({ type: 'PartyWaived', data: { party, reason } }, ...filled(state, party));
};

/** Whose the thing is that the command is about; a superior of the holder is one whose territory holds both. */
const ownerOf = (state: DutyPoint, command: DutyPointCommand, facts: DutyPointFacts): Owner | undefined => {
  if (state.is === 'new') {
    const territory = command.type === 'DefineDutyPoint' ? facts.territoryPath : undefined;
    return territory === undefined ? undefined : { territory, orgs: [] };
  }
  const { territoryPath } = state.point;
  const orgs = stakeholders(state);
  if (command.type !== 'AssignParty') return { territory: territoryPath, orgs };
  return {
    territory: commonPath(territoryPath, facts.holder?.territoryPath ?? territoryPath),
    orgs: orgs.filter((org) => org === command.data.holder.orgId),
  };
};

/** The thing that must have holders: a matter at a place, at one step of the work. */
export const dutyPoint: Decider<DutyPoint, DutyPointCommand, DutyPointEvent, DutyPointRefusal, DutyPointFacts> = {
  kind: 'dutyPoint',
  events: dutyPointEvents,
  refusals: dutyPointRefusals,
  who: {
    DefineDutyPoint: ['hq', 'commander'],
    LinkStep: ['system'],
    AssignParty: ['hq', 'commander', 'unit-head'],
    AcceptAssignment: ['hq', 'commander', 'unit', 'unit-head'],
    EndAssignment: ['hq', 'commander'],
    WaiveParty: ['hq', 'commander'],
    ReviewStep: ['system'],
  },
  owner: ownerOf,
  initial: { is: 'new' },
  decide: {
    DefineDutyPoint: define,
    LinkStep: onceDefined<CommandData<'LinkStep'>>((asked, { previous, next }) => {
      const known = (asked.previous ?? previous) === previous && (asked.next ?? next) === next;
      return known ? happened() : happened({ type: 'StepLinked', data: asked });
    }),
    AssignParty: onceDefined(assign),
    AcceptAssignment: onceDefined(accept),
    EndAssignment: onceDefined(end),
    WaiveParty: onceDefined(waive),
    ReviewStep: onceDefined<CommandData<'ReviewStep'>>((_, state, __, { neighbours = [] }) =>
      happened(...orphanStep(state, neighbours)),
    ),
  },
  evolve: evolveDutyPoint,
};
