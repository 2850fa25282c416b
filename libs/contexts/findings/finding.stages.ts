import type { FindingEvent } from './finding.events.js';
import type { Stage } from './finding.words.js';

/** Where a finding stands, and whether there is a plan that its present order can be sent back to. */
export interface Standing {
  readonly is: Stage;
  readonly hasPlan: boolean;
}

/** A fix that is sent back returns to the plan or, after an immediate fix, to choosing how. */
const backToWork = ({ hasPlan }: Standing): Stage => (hasPlan ? 'inRectification' : 'acknowledged');

const UNORDERED: readonly Stage[] = ['observed', 'confirmed'];

/** A fix that is reported before it is ordered is kept until then (F10). */
const onceOrdered = ({ is }: Standing): Stage => (UNORDERED.includes(is) ? is : 'completionReported');

/** The stage that each fact leads to: the decider's state, the rows of lists and the diagram all read it here. */
export const after = {
  ObservationRecorded: 'observed',
  FindingNumbered: 'same',
  FindingNoted: 'same',
  ObservationDismissed: 'dismissed',
  FindingConfirmed: 'confirmed',
  FindingVoided: 'voided',
  FindingMerged: 'merged',
  RectificationOrdered: 'ordered',
  RectificationAcknowledged: 'acknowledged',
  PlanSubmitted: 'planSubmitted',
  PlanApproved: 'inRectification',
  PlanReturned: 'planReturned',
  ImmediateFixReported: onceOrdered,
  EarlierFixTaken: 'completionReported',
  CompletionReported: 'completionReported',
  VerifierAssigned: 'underVerification',
  VerifierPassed: 'same',
  VerificationPassed: 'verified',
  VerificationFailed: backToWork,
  OrderRedirected: 'ordered',
  OrderWithdrawn: 'confirmed',
  AcceptorReplaced: 'same',
  VerifierReplaced: 'same',
  PlanRevised: 'planSubmitted',
  EvidenceAdded: 'same',
  SeverityChanged: 'same',
  ObservationCorrected: 'same',
  CloseOutApproved: 'closedOut',
  CloseOutRefused: backToWork,
  LookBackPassed: 'closedOut',
  RelapseConfirmed: 'relapsed',
  RectificationReopened: 'reopened',
} as const satisfies { readonly [T in FindingEvent['type']]: Stage | 'same' | ((before: Standing) => Stage) };

/** The stage that one row of the table gives. */
const stageIn = (next: Stage | 'same' | ((before: Standing) => Stage), before: Standing): Stage => {
  if (next === 'same') return before.is;
  return typeof next === 'function' ? next(before) : next;
};

/** How a finding stands once it is recorded. */
export const RECORDED: Standing = { is: after.ObservationRecorded, hasPlan: false };

const hasPlanAfter: { readonly [T in FindingEvent['type']]?: boolean } = {
  ObservationRecorded: false,
  RectificationOrdered: false,
  OrderRedirected: false,
  OrderWithdrawn: false,
  PlanSubmitted: true,
};

/** How a finding stands after one more fact. */
export const standingAfter = (before: Standing, type: FindingEvent['type']): Standing => ({
  is: stageIn(after[type], before),
  hasPlan: hasPlanAfter[type] ?? before.hasPlan,
});
