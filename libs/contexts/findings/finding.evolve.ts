import type { Act, Stream } from '#kernel';
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
    const parts = partsAfter(state.parts, type, act);
    const rounds = roundsAfter(state.rounds, type, data, act);
    return { ...state, ...standingAfter(state, type), stakes, parts, rounds, ...change(data, act, state) };
  };

/** Does what `toStage` does, for a fact that brings evidence. */
const withEvidence = <T extends FindingEvent['type']>(
  type: T,
  evidence: (data: FindingData<T>) => readonly EvidenceItem[],
) => toStage(type, (data, _, state) => ({ evidence: [...state.evidence, ...evidence(data)] }));

const reported = (act: Act) => ({ reporter: doer(act) });

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

/** What each fact makes of a finding. */
const evolve: Evolve = {
  ObservationRecorded: (_, { description, place, evidence, territoryPath, ...observation }, act) => ({
    ...RECORDED,
    occurredAt: act.occurredAt,
    observation,
    stakes: stakesOf({ ...observation, territoryPath }, act),
    rounds: [],
    parts: partsAfter({}, 'ObservationRecorded', act),
    evidence,
    digestsBefore: digestsOf(evidence),
  }),
  FindingNoted: toStage('FindingNoted'),
  ObservationDismissed: toStage('ObservationDismissed'),
  FindingConfirmed: toStage('FindingConfirmed'),
  FindingVoided: toStage('FindingVoided'),
  /** An order starts anew: what was planned, reported and verified under the one before it stays in its round. */
  RectificationOrdered: (state, data, act) => {
    if (state.is === 'new') return state;
    const { occurredAt, observation, evidence } = state;
    const stakes = stakesAfter(state.stakes, 'RectificationOrdered', data);
    return {
      ...standingAfter(state, 'RectificationOrdered'),
      ...{ occurredAt, observation, evidence, stakes, dueAt: data.dueAt },
      parts: partsAfter(state.parts, 'RectificationOrdered', act),
      rounds: roundsAfter(state.rounds, 'RectificationOrdered', data, act),
      ...(act.orgId && { orderedFor: act.orgId }),
      // Whatever is known when it is ordered shows it as it was.
      digestsBefore: digestsOf(evidence),
    };
  },
  RectificationAcknowledged: toStage('RectificationAcknowledged'),
  PlanSubmitted: toStage('PlanSubmitted', ({ measures }, act) => ({
    planner: doer(act),
    measures: measures.length,
    measuresDone: 0,
  })),
  PlanApproved: toStage('PlanApproved'),
  PlanReturned: toStage('PlanReturned'),
  ImmediateFixReported: toStage('ImmediateFixReported', ({ before, after }, act, { evidence, digestsBefore }) => ({
    evidence: [...evidence, ...before, ...after],
    digestsBefore: [...digestsBefore, ...digestsOf(before)],
    ...reported(act),
  })),
  CompletionReported: toStage('CompletionReported', ({ measures }, act, { evidence }) => ({
    evidence: [...evidence, ...measures.flatMap((one) => one.evidence)],
    measuresDone: measures.length,
    ...reported(act),
  })),
  VerifierAssigned: toStage('VerifierAssigned', ({ verifiers, onSite }) => ({ verifiers, onSite, passedBy: [] })),
  VerifierPassed: passed('VerifierPassed'),
  VerificationPassed: passed('VerificationPassed'),
  VerificationFailed: withEvidenceBefore('VerificationFailed'),
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
