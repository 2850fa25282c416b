import { doersOf, isId, type Act, type Stream } from '#kernel';
import { answersAfter, answersOf } from './finding.answers.js';
import { findingEvents, type FindingData, type FindingEvent } from './finding.events.js';
import { partsAfter } from './finding.parts.js';
import { roundsAfter } from './finding.rounds.js';
import { RECORDED, standingAfter } from './finding.stages.js';
import { ownerOf, stakesAfter, stakesOf } from './finding.stakes.js';
import type { Doer, EvidenceItem, Finding, FindingState } from './finding.state.js';

type Evolve = {
  readonly [T in FindingEvent['type']]: (state: FindingState, data: FindingData<T>, act: Act) => FindingState;
};

const doer = ({ actorId, orgId }: Act): Doer => ({ personId: actorId, ...(orgId && { orgId }) });

/** Moves a finding to the stage, and gives it the stakes, that the tables name for this fact. */
const toStage =
  <T extends FindingEvent['type']>(
    type: T,
    change: (data: FindingData<T>, act: Act, state: Finding) => Partial<Finding> = () => ({}),
  ) =>
  (state: FindingState, data: FindingData<T>, act: Act): FindingState => {
    if (state.is === 'new') return state;
    const stakes = stakesAfter(state.stakes, type, data);
    const parts = partsAfter(state.parts, { type, data }, act);
    const rounds = roundsAfter(state.rounds, type, data, act);
    const standing = standingAfter(state, type);
    const answers = answersAfter(state, standing, { type, act });
    return { ...state, ...standing, stakes, parts, rounds, answers, ...change(data, act, state) };
  };

/** Does what `toStage` does, for a fact that brings evidence. */
const withEvidence = <T extends FindingEvent['type']>(
  type: T,
  evidence: (data: FindingData<T>) => readonly EvidenceItem[],
) => toStage(type, (data, _, state) => ({ evidence: [...state.evidence, ...evidence(data)] }));

const reported = (act: Act) => ({ reporter: doer(act) });

const early = (after: readonly EvidenceItem[], act: Act): Partial<Finding> =>
  act.orgId && isId('person', act.actorId)
    ? { fix: { unit: act.orgId, by: act.actorId, at: act.recordedAt, digests: digestsOf(after) } }
    : {};

const digestsOf = (files: readonly EvidenceItem[]) => files.map(({ sha256 }) => sha256);

/** Does what `withEvidence` does, for a fact whose evidence shows what is still to be mended. */
const withEvidenceBefore = <T extends 'VerificationFailed' | 'RelapseConfirmed'>(type: T) =>
  toStage(type, ({ evidence }: FindingData<T>, _, state) => ({
    evidence: [...state.evidence, ...evidence],
    digestsBefore: [...state.digestsBefore, ...digestsOf(evidence)],
  }));

/** One verifier's own result. */
const passed = <T extends 'VerifierPassed' | 'VerificationPassed'>(type: T) =>
  toStage(type, ({ evidence }: FindingData<T>, { actorId }, state) => ({
    evidence: [...state.evidence, ...evidence],
    passedBy: [...(state.passedBy ?? []), actorId],
  }));

/** What was planned, reported and verified under the order before stays in its round, and whatever is known shows it as it was. */
const afresh = (state: FindingState): FindingState => {
  if (state.is === 'new') return state;
  const { is, hasPlan, occurredAt, recordedAt, number, observation, stakes, parts, rounds, answers, evidence, fix } =
    state;
  const digestsBefore = digestsOf(evidence);
  return {
    ...{ is, hasPlan, occurredAt, recordedAt, observation, stakes, parts, rounds, answers, evidence, digestsBefore },
    ...(number !== undefined && { number }),
    ...(fix && { fix }),
  };
};

/** An order starts anew. */
const orderedAnew =
  <T extends 'RectificationOrdered' | 'OrderRedirected'>(type: T) =>
  (state: FindingState, data: FindingData<T>, act: Act): FindingState => {
    const next = afresh(toStage(type)(state, data, act));
    if (next.is === 'new') return next;
    return { ...next, dueAt: data.dueAt, ...(act.orgId && { orderedFor: act.orgId }) };
  };

/** What a correction says otherwise, of what the rules look at. */
const correctedIn = ({
  class: of,
  place,
  subjectOrgId,
  dutyPointId,
  answerable,
}: FindingData<'ObservationCorrected'>) => ({
  ...(of && { class: of }),
  ...(place && { place }),
  ...(subjectOrgId && { subjectOrgId }),
  ...(dutyPointId && { dutyPointId }),
  ...(answerable && { answerable }),
});

const planned = <T extends 'PlanSubmitted' | 'PlanRevised'>(type: T) =>
  toStage(type, ({ measures }: FindingData<T>, act) => ({
    planner: doer(act),
    measures: measures.length,
    measuresDone: 0,
  }));

/** What each fact makes of a finding. */
const evolve: Evolve = {
  ObservationRecorded: (_, { description, evidence, territoryPath, ...observation }, act) => ({
    ...RECORDED,
    occurredAt: act.occurredAt,
    recordedAt: act.recordedAt,
    observation,
    stakes: stakesOf({ ...observation, territoryPath }, act),
    rounds: [],
    answers: answersOf(act),
    parts: { recorded: doersOf(act) },
    evidence,
    digestsBefore: digestsOf(evidence),
  }),
  FindingNumbered: toStage('FindingNumbered', ({ number }) => ({ number })),
  FindingNoted: toStage('FindingNoted'),
  ObservationDismissed: toStage('ObservationDismissed'),
  FindingConfirmed: toStage('FindingConfirmed'),
  FindingVoided: toStage('FindingVoided'),
  FindingMerged: toStage('FindingMerged', ({ intoId }) => ({ mergedInto: intoId })),
  RectificationOrdered: orderedAnew('RectificationOrdered'),
  OrderRedirected: orderedAnew('OrderRedirected'),
  OrderWithdrawn: (state, data, act) => afresh(toStage('OrderWithdrawn')(state, data, act)),
  AcceptorReplaced: toStage('AcceptorReplaced'),
  RectificationAcknowledged: toStage('RectificationAcknowledged'),
  PlanSubmitted: planned('PlanSubmitted'),
  PlanRevised: planned('PlanRevised'),
  PlanApproved: toStage('PlanApproved'),
  PlanReturned: toStage('PlanReturned'),
  ImmediateFixReported: toStage('ImmediateFixReported', ({ before, after }, act, state) => ({
    evidence: [...state.evidence, ...before, ...after],
    digestsBefore: [...state.digestsBefore, ...digestsOf(before)],
    ...(state.stakes.unit === undefined ? early(after, act) : reported(act)),
  })),
  EarlierFixTaken: toStage('EarlierFixTaken', (_, __, { fix, digestsBefore }) =>
    fix
      ? {
          reporter: { personId: fix.by, orgId: fix.unit },
          digestsBefore: digestsBefore.filter((one) => !fix.digests.includes(one)),
        }
      : {},
  ),
  CompletionReported: toStage('CompletionReported', ({ measures }, act, { evidence }) => ({
    evidence: [...evidence, ...measures.flatMap((one) => one.evidence)],
    measuresDone: measures.length,
    ...reported(act),
  })),
  VerifierAssigned: toStage('VerifierAssigned', ({ verifiers, onSite }) => ({ verifiers, onSite, passedBy: [] })),
  VerifierReplaced: toStage('VerifierReplaced', ({ outgoing, verifiers }, _, state) => ({
    verifiers: [...(state.verifiers ?? []).filter(({ personId }) => personId !== outgoing), ...verifiers],
  })),
  VerifierPassed: passed('VerifierPassed'),
  VerificationPassed: passed('VerificationPassed'),
  VerificationFailed: withEvidenceBefore('VerificationFailed'),
  EvidenceAdded: withEvidence('EvidenceAdded', ({ evidence }) => evidence),
  SeverityChanged: toStage('SeverityChanged', ({ severity }, _, { observation }) => ({
    observation: { ...observation, severity },
  })),
  ObservationCorrected: toStage('ObservationCorrected', (data, _, { observation }) => ({
    observation: { ...observation, ...correctedIn(data) },
  })),
  CloseOutApproved: toStage('CloseOutApproved'),
  CloseOutRefused: toStage('CloseOutRefused'),
  LookBackPassed: withEvidence('LookBackPassed', ({ evidence }) => evidence),
  RelapseConfirmed: withEvidenceBefore('RelapseConfirmed'),
  RectificationReopened: toStage('RectificationReopened'),
};

/** How a finding is folded. */
export const findingStream: Stream<FindingState, FindingEvent> = {
  kind: 'finding',
  events: findingEvents,
  initial: { is: 'new' },
  seenBy: (state) => (state.is === 'new' ? undefined : ownerOf(state.stakes)),
  evolve,
};
