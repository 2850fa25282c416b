import { bodyOf, dutyPointStream, holdersOn, unheld } from '#contexts/duties';
import { territoryStream } from '#contexts/parties';
import type { Id, Occasion, Own, StateReader } from '#kernel';
import { bodiesOf, type Bodies } from './finding.bodies.js';
import type { CommandData } from './finding.commands.js';
import { aroundMerge } from './finding.merging.js';
import { namedBeside, type Named } from './finding.people.js';
import type { FindingState } from './finding.state.js';
import type { DutyThere, Surroundings, Correction, FindingFacts } from './finding.surroundings.js';
import { twinsOf } from './finding.twins.js';

/** F2: the holders are taken as of the time it happened; periods are never overwritten, so today's state knows them. */
const dutyAt = async (
  read: StateReader,
  id: Id<'dutyPoint'> | undefined,
  occurredAt: string,
): Promise<DutyThere | undefined> => {
  const duty = id && (await read.state(dutyPointStream, id));
  if (!duty || duty.is === 'new') return undefined;
  const { territoryPath } = duty.point;
  return { territoryPath, holders: holdersOn(duty, occurredAt), hasGap: duty.gaps.length > 0 };
};

/** A gap that is recorded as a finding is of one kind and class. */
export const gapObserved = (asked: CommandData<'RecordGapFinding'>): CommandData<'RecordObservation'> => ({
  ...asked,
  kind: 'gap',
  class: 'responsibilityGap',
});

const aroundPlace = async (
  read: StateReader,
  asked: CommandData<'RecordObservation'>,
  { stream }: Own<FindingState>,
  { occurredAt }: Occasion,
): Promise<Surroundings> => {
  const { territoryId, subjectOrgId, dutyPointId } = asked;
  const [place, dutyPoint, bodies, twins] = await Promise.all([
    read.state(territoryStream, territoryId),
    dutyAt(read, dutyPointId, occurredAt),
    bodiesOf(read, [subjectOrgId]),
    twinsOf(read, asked, { stream, occurredAt }),
  ]);
  const territoryPath = place.is === 'standing' ? place.path : undefined;
  return { territoryPath, dutyPoint, subject: subjectOrgId && bodies.get(subjectOrgId), twins };
};

/** F2: a duty point that is named later is looked at as it was when it happened. */
const aroundCorrection = async (
  read: StateReader,
  { subjectOrgId, dutyPointId }: CommandData<'CorrectObservation'>,
  own: Own<FindingState>,
): Promise<Correction> => {
  const state = await own.state();
  const [dutyPoint, bodies] = await Promise.all([
    state.is === 'new' ? undefined : dutyAt(read, dutyPointId, state.occurredAt),
    bodiesOf(read, [subjectOrgId]),
  ]);
  return { dutyPoint, subject: subjectOrgId && bodies.get(subjectOrgId) };
};

/** R6: where the acceptor stands beside the unit and beside whoever ordered it. */
const acceptance = async (read: StateReader, own: Own<FindingState>, instead?: Id<'organisation'>): Promise<Bodies> => {
  const state = await own.state();
  if (state.is === 'new') return new Map();
  return bodiesOf(read, [instead ?? state.stakes.acceptor, state.stakes.unit, state.orderedFor]);
};

const dutyHeld = async (read: StateReader, own: Own<FindingState>): Promise<boolean> => {
  const state = await own.state();
  const dutyPointId = state.is === 'new' ? undefined : state.observation.dutyPointId;
  if (!dutyPointId) return false;
  // Whoever decides on the finding need not see the duty: they hear no more than whether it is held.
  const duty = await read.behind(dutyPointStream, dutyPointId);
  // Where every party is waived nobody holds it either.
  return bodyOf(duty) !== undefined && unheld(duty).length === 0;
};

type Read<T extends keyof FindingFacts> = (
  read: StateReader,
  data: CommandData<T>,
  own: Own<FindingState>,
  on: Occasion,
) => Promise<FindingFacts[T]>;

/** Reads of the people and bodies that a command names, once there is a finding that they are to be named for. */
const naming =
  <T extends keyof FindingFacts>(of: (data: CommandData<T>, on: Occasion) => Parameters<typeof namedBeside>[1]) =>
  async (read: StateReader, data: CommandData<T>, own: Own<FindingState>, on: Occasion): Promise<Named> => {
    const state = await own.state();
    return state.is === 'new' ? NOBODY : namedBeside(read, of(data, on), state, { then: on.occurredAt, now: own.now });
  };

const NOBODY: Named = { people: new Map(), bodies: new Map() };

const theActor = (_: unknown, { actorId, orgId }: Occasion) => ({ people: [actorId], bodies: orgId ? [orgId] : [] });

const planning = ({ measures }: CommandData<'SubmitPlan'>) => ({
  people: measures.map(({ responsible }) => responsible),
  bodies: measures.map(({ verifierOrgId }) => verifierOrgId),
});

const verifying = ({ verifiers }: Pick<CommandData<'AssignVerifier'>, 'verifiers'>) => ({
  people: verifiers.map(({ personId }) => personId),
  bodies: verifiers.map(({ orgId }) => orgId),
});

type OrderGiven = Pick<CommandData<'OrderRectification'>, 'unitId' | 'acceptorOrgId'>;

const ordering = (read: StateReader, { unitId, acceptorOrgId }: OrderGiven, _: unknown, { orgId }: Occasion) =>
  bodiesOf(read, [unitId, acceptorOrgId, orgId]);

/** Reads what a decision about a finding needs to know of other streams. */
export const findingFacts: { readonly [T in keyof FindingFacts]: Read<T> } = {
  RecordObservation: aroundPlace,
  RecordGapFinding: (read, asked, own, on) => aroundPlace(read, gapObserved(asked), own, on),
  MergeFinding: aroundMerge,
  CorrectObservation: aroundCorrection,
  CorrectBeforeConfirming: aroundCorrection,
  CorrectFinding: aroundCorrection,
  OrderRectification: ordering,
  RedirectOrder: ordering,
  ReplaceAcceptor: (read, { acceptorOrgId }, own) => acceptance(read, own, acceptorOrgId),
  SubmitPlan: naming<'SubmitPlan'>(planning),
  RevisePlan: naming<'RevisePlan'>(planning),
  AssignVerifier: naming<'AssignVerifier'>(verifying),
  ReplaceVerifier: naming<'ReplaceVerifier'>(verifying),
  PassVerification: naming<'PassVerification'>(theActor),
  FailVerification: naming<'FailVerification'>(theActor),
  ApproveCloseOut: async (read, _, own) => ({
    bodies: await acceptance(read, own),
    dutyHeld: await dutyHeld(read, own),
  }),
  RefuseCloseOut: (read, _, own) => acceptance(read, own),
};
