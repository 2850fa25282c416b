import type { FindingCommand } from './finding.commands.js';
import type { FindingState, Verifier } from './finding.state.js';

/** What people ask for; its number the system gives it. */
export type FindingStep = Exclude<FindingCommand['type'], 'NumberFinding'>;
export type FindingAsked = Extract<FindingCommand, { readonly type: FindingStep }>;

/**
 * What people usually ask for at each stage, the way forward first. A finding can be voided at nearly every stage, and merged at many;
 * here it is from one of them only.
 */
export const nextSteps: { readonly [S in FindingState['is']]: readonly FindingStep[] } = {
  new: ['RecordObservation', 'RecordGapFinding'],
  observed: [
    ...(['ConfirmFinding', 'DismissObservation', 'NoteFinding', 'AddEvidence', 'CorrectObservation'] as const),
    ...(['CorrectBeforeConfirming'] as const),
  ],
  dismissed: [],
  confirmed: [
    'OrderRectification',
    'ReportImmediateFix',
    'VoidFinding',
    'MergeFinding',
    'ChangeSeverity',
    'CorrectFinding',
  ],
  ordered: ['AcknowledgeRectification', 'RedirectOrder', 'WithdrawOrder', 'ReplaceAcceptor'],
  acknowledged: ['SubmitPlan', 'ReportImmediateFix'],
  planSubmitted: ['ApprovePlan', 'ReturnPlan'],
  planReturned: ['SubmitPlan'],
  inRectification: ['ReportCompletion', 'RevisePlan'],
  completionReported: ['AssignVerifier'],
  underVerification: ['PassVerification', 'FailVerification', 'ReplaceVerifier'],
  verified: ['ApproveCloseOut', 'RefuseCloseOut'],
  closedOut: ['RecordLookBack'],
  relapsed: ['ReopenRectification'],
  reopened: ['OrderRectification'],
  voided: [],
  merged: [],
};

/** The parts that people play in the course of a finding; `head` leads the supervision, `unitHead` the unit that rectifies. */
export type FindingPart = 'inspector' | 'lead' | 'supervision' | 'head' | 'unitHead' | 'verifier' | 'acceptor';

/** Who usually asks for each step. */
export const askedBy: { readonly [T in FindingStep]: FindingPart } = {
  RecordObservation: 'inspector',
  RecordGapFinding: 'inspector',
  NoteFinding: 'inspector',
  ConfirmFinding: 'lead',
  DismissObservation: 'lead',
  VoidFinding: 'head',
  MergeFinding: 'head',
  OrderRectification: 'supervision',
  AcknowledgeRectification: 'unitHead',
  SubmitPlan: 'unitHead',
  ApprovePlan: 'supervision',
  ReturnPlan: 'supervision',
  ReportImmediateFix: 'unitHead',
  ReportCompletion: 'unitHead',
  AssignVerifier: 'head',
  PassVerification: 'verifier',
  FailVerification: 'verifier',
  ApproveCloseOut: 'acceptor',
  RefuseCloseOut: 'acceptor',
  RecordLookBack: 'lead',
  ReopenRectification: 'head',
  AddEvidence: 'inspector',
  ChangeSeverity: 'head',
  CorrectObservation: 'inspector',
  CorrectBeforeConfirming: 'lead',
  CorrectFinding: 'head',
  RedirectOrder: 'supervision',
  WithdrawOrder: 'supervision',
  ReplaceAcceptor: 'head',
  ReplaceVerifier: 'head',
  RevisePlan: 'unitHead',
};

/** R11: the verifiers who have yet to record a result, in the order in which they were named. */
export const verifiersToCome = (state: FindingState): readonly Verifier[] => {
  if (state.is === 'new') return [];
  const { verifiers = [], passedBy = [] } = state;
  return verifiers.filter(({ personId }) => !passedBy.includes(personId));
};
