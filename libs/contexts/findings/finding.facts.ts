import { dutyPointStream, holdersOn } from '#contexts/duties';
import { territoryStream } from '#contexts/parties';
import type { Id, Occasion, Own, StateReader } from '#kernel';
import { acceptance } from './finding.acceptance.js';
import { bodiesOf } from './finding.bodies.js';
import type { CommandData } from './finding.commands.js';
import { aroundMerge } from './finding.merging.js';
import { filesIn, filesNamed, inReach, keptAmong, recordsOf, type Files } from './finding.named.js';
import { freeNumber } from './finding.number.js';
import { namedForAStep, type Named, type Naming } from './finding.people.js';
import type { FindingState } from './finding.state.js';
import type { DutyThere, Surroundings, Correction, FindingFacts } from './finding.surroundings.js';
import { twinsOf, twinsOnceCorrected, withSameFiles } from './finding.twins.js';

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
  own: Own<FindingState>,
  on: Occasion,
): Promise<Surroundings> => {
  const { territoryId, subjectOrgId, dutyPointId } = asked;
  const { occurredAt } = on;
  const [place, dutyPoint, bodies, { files, twins }] = await Promise.all([
    read.state(territoryStream, territoryId),
    dutyAt(read, dutyPointId, occurredAt),
    bodiesOf(read, [subjectOrgId]),
    filesAndTwins(read, asked, own, on),
  ]);
  const territoryPath = place.is === 'standing' ? place.path : undefined;
  return { territoryPath, dutyPoint, subject: subjectOrgId && bodies.get(subjectOrgId), twins, files };
};

/** F8: which others have one of the files is known by their digests, which their own records tell. */
const filesAndTwins = async (
  read: StateReader,
  asked: CommandData<'RecordObservation'>,
  own: Own<FindingState>,
  on: Occasion,
) => {
  const records = await recordsOf(read, asked.evidence);
  const seen = { ...asked, evidence: keptAmong(await inReach(records, own, on)) };
  const [files, twins] = await Promise.all([
    filesIn(read, records, own, on),
    twinsOf(read, seen, { stream: own.stream, occurredAt: on.occurredAt }),
  ]);
  return { files, twins };
};

/** Which others have one of the files is looked up where the claim is laid, and no reason to refuse evidence. */
const filesAndTheirFindings: Read<'AddEvidence'> = async (read, { evidence }, own, on) => {
  const records = await recordsOf(read, evidence);
  const near = keptAmong(await inReach(records, own, on));
  const [files] = await Promise.all([filesIn(read, records, own, on), withSameFiles(read, near, own.stream)]);
  return files;
};

/** F2: a duty point that is named later is looked at as it was when it happened. */
const aroundCorrection = async (
  read: StateReader,
  right: CommandData<'CorrectObservation'>,
  own: Own<FindingState>,
): Promise<Correction> => {
  const { subjectOrgId, dutyPointId } = right;
  const state = await own.state();
  if (state.is === 'new') return { dutyPoint: undefined, subject: undefined, twins: [] };
  const [dutyPoint, bodies, twins] = await Promise.all([
    dutyAt(read, dutyPointId, state.occurredAt),
    bodiesOf(read, [subjectOrgId]),
    twinsOnceCorrected(read, [state, right], own.stream),
  ]);
  return { dutyPoint, subject: subjectOrgId && bodies.get(subjectOrgId), twins };
};

type Read<T extends keyof FindingFacts> = (
  read: StateReader,
  data: CommandData<T>,
  own: Own<FindingState>,
  on: Occasion,
) => Promise<FindingFacts[T]>;

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

/** Reads of the people and bodies that a command names. */
const naming =
  <T extends keyof FindingFacts>(of: (data: CommandData<T>) => Naming) =>
  (read: StateReader, data: CommandData<T>, own: Own<FindingState>, on: Occasion): Promise<Named> =>
    namedForAStep(read, of(data), own, on);

type Filed = 'ReportImmediateFix' | 'ReportCompletion' | 'PassVerification' | 'FailVerification' | 'RecordLookBack';

/** Reads of the files that a command names. */
const filed =
  <T extends Filed>(of: (data: CommandData<T>) => readonly Id<'evidence'>[]) =>
  (read: StateReader, data: CommandData<T>, own: Own<FindingState>, on: Occasion): Promise<Files> =>
    filesNamed(read, of(data), own, on);

/** Reads what a decision about a finding needs to know of other streams. */
export const findingFacts: { readonly [T in keyof FindingFacts]: Read<T> } = {
  NumberFinding: freeNumber,
  RecordObservation: aroundPlace,
  RecordGapFinding: (read, asked, own, on) => aroundPlace(read, gapObserved(asked), own, on),
  AddEvidence: filesAndTheirFindings,
  ReportImmediateFix: filed<'ReportImmediateFix'>(({ before, after }) => [...before, ...after]),
  ReportCompletion: filed<'ReportCompletion'>(({ measures }) => measures.flatMap(({ evidence }) => evidence)),
  PassVerification: filed<'PassVerification'>(({ evidence }) => evidence),
  FailVerification: filed<'FailVerification'>(({ evidence }) => evidence),
  RecordLookBack: filed<'RecordLookBack'>(({ evidence }) => evidence),
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
};
