import type { Act, DataOf } from '#kernel';
import type { FindingEvent } from './finding.events.js';
import type { Doer, EvidenceItem, Finding, FindingState } from './finding.state.js';
import type { Stage } from './finding.words.js';

type Evolve = {
  readonly [T in FindingEvent['type']]: (state: FindingState, data: DataOf<FindingEvent, T>, act: Act) => FindingState;
};

const doer = ({ actorId, orgId }: Act): Doer => ({ personId: actorId, ...(orgId && { orgId }) });

const moved =
  <D>(is: Stage | ((state: Finding) => Stage), change: (data: D, act: Act) => Partial<Finding> = () => ({})) =>
  (state: FindingState, data: D, act: Act): FindingState =>
    state.is === 'new' ? state : { ...state, is: typeof is === 'string' ? is : is(state), ...change(data, act) };

/** Like `moved`, for facts that bring evidence. */
const shown =
  <D>(
    is: Stage | ((state: Finding) => Stage),
    evidence: (data: D) => readonly EvidenceItem[],
    change: (act: Act) => Partial<Finding> = () => ({}),
  ) =>
  (state: FindingState, data: D, act: Act): FindingState => {
    if (state.is === 'new') return state;
    const known = [...state.evidence, ...evidence(data)];
    return moved<D>(is, () => ({ evidence: known, ...change(act) }))(state, data, act);
  };

const reported = (act: Act) => ({ reporter: doer(act) });

/** Back to work: on the plan, or, after an immediate fix, to choosing how. */
const backToWork = ({ measures }: Finding): Stage => (measures === undefined ? 'acknowledged' : 'inRectification');

/** What each fact makes of a finding. */
export const evolveFinding: Evolve = {
  ObservationRecorded: (_, { description, place, evidence, ...observation }, act) => ({
    is: 'observed',
    occurredAt: act.occurredAt,
    observation,
    recorder: doer(act),
    evidence,
  }),
  ObservationDismissed: moved('dismissed'),
  FindingConfirmed: moved('confirmed'),
  FindingVoided: moved('voided'),
  RectificationOrdered: (state, { unitId, dueAt, acceptorOrgId }) => {
    if (state.is === 'new') return state;
    const { occurredAt, observation, recorder, evidence } = state;
    return { is: 'ordered', occurredAt, observation, recorder, evidence, order: { unitId, dueAt, acceptorOrgId } };
  },
  RectificationAcknowledged: moved('acknowledged'),
  PlanSubmitted: moved('planSubmitted', ({ measures }, act) => ({ planner: doer(act), measures: measures.length })),
  PlanApproved: moved('inRectification'),
  PlanReturned: moved('planReturned'),
  ImmediateFixReported: shown('completionReported', ({ before, after }) => [...before, ...after], reported),
  CompletionReported: shown(
    'completionReported',
    ({ measures }) => measures.flatMap(({ evidence }) => evidence),
    reported,
  ),
  VerifierAssigned: moved('underVerification', ({ verifiers, onSite }) => ({ verifiers, onSite })),
  VerificationPassed: shown('verified', ({ evidence }) => evidence),
  VerificationFailed: shown(backToWork, ({ evidence }) => evidence),
  CloseOutApproved: moved('closedOut'),
  CloseOutRefused: moved(backToWork),
  LookBackPassed: shown('closedOut', ({ evidence }) => evidence),
  RelapseConfirmed: shown('relapsed', ({ evidence }) => evidence),
  RectificationReopened: moved('reopened'),
};
