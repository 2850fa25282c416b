import { atStages, barredBeside, barredBy, type Bars } from '#kernel';
import { bar, type FindingBar } from './finding.bar.js';
import { findingCommands, type FindingCommand } from './finding.commands.js';
import { findingKnown, type FindingKnown } from './finding.known.js';
import * as ready from './finding.readiness.js';
import * as recused from './finding.recusals.js';
import type { FindingRefusal } from './finding.refusals.js';
import * as related from './finding.relations.js';
import type { FindingState } from './finding.state.js';

type Type = FindingCommand['type'];
type FindingBars = Bars<FindingState, FindingRefusal>;

const stageOf = (type: Type): FindingBar => {
  const stages: readonly string[] = findingCommands.declared[type].at;
  const { kind, says } = atStages(stages, 'NOT_AT_THIS_STAGE');
  return bar(kind, says, ({ is }) => (stages.includes(is) ? undefined : 'NOT_AT_THIS_STAGE'));
};

/** The stages of a command, then what else stands in the way of it. */
const at = (type: Type, ...more: readonly FindingBar[]): FindingBars => barredBy(stageOf(type), ...more);

/** The same, for bars that look beyond the finding. */
const beside = <T extends keyof FindingKnown>(type: T, ...more: readonly FindingBar<FindingKnown[T]>[]): FindingBars =>
  barredBeside(findingKnown[type], stageOf(type), ...more);

const recorded = barredBy<FindingState, FindingRefusal>(atStages(['new'], 'ALREADY_RECORDED'));

/** What stands in the way of each command, whatever is sent: its stage, who it is for, who keeps out of it, what is missing yet. */
export const findingBars: { readonly [T in Type]: FindingBars } = {
  RecordObservation: recorded,
  RecordGapFinding: recorded,
  NumberFinding: at('NumberFinding'),
  NoteFinding: at('NoteFinding'),
  ConfirmFinding: at('ConfirmFinding', recused.notTheRecorderOfAGraveOne, ready.withEvidence),
  DismissObservation: at('DismissObservation'),
  VoidFinding: at('VoidFinding'),
  OrderRectification: at('OrderRectification'),
  AcknowledgeRectification: at('AcknowledgeRectification', related.ofTheUnit),
  SubmitPlan: at('SubmitPlan', related.ofTheUnit),
  ApprovePlan: at('ApprovePlan', recused.notThePlanner),
  ReturnPlan: at('ReturnPlan'),
  ReportImmediateFix: at('ReportImmediateFix', related.ofWhoeverMends, ready.lightEnough),
  ReportCompletion: at('ReportCompletion', related.ofTheUnit),
  AssignVerifier: at('AssignVerifier'),
  PassVerification: beside(
    'PassVerification',
    recused.farFromTheUnit,
    related.theVerifierWhoseTurnItIs,
    ready.enoughVerifiers,
  ),
  FailVerification: beside('FailVerification', recused.farFromTheUnit, related.theVerifierWhoseTurnItIs),
  ApproveCloseOut: beside(
    'ApproveCloseOut',
    related.ofTheAcceptor,
    recused.withoutAPart,
    ready.conditionsOfTheRecord,
    ready.dutyHeld,
  ),
  RefuseCloseOut: beside('RefuseCloseOut', related.ofTheAcceptor, recused.withoutAPart),
  RecordLookBack: at('RecordLookBack'),
  ReopenRectification: at('ReopenRectification'),
  AddEvidence: at('AddEvidence'),
  ChangeSeverity: at('ChangeSeverity'),
  CorrectObservation: at('CorrectObservation', related.theRecorder),
  CorrectBeforeConfirming: at('CorrectBeforeConfirming'),
  CorrectFinding: at('CorrectFinding'),
  MergeFinding: beside('MergeFinding', ready.noOthersMergedHere, ready.notOverdue),
  RedirectOrder: at('RedirectOrder'),
  WithdrawOrder: at('WithdrawOrder'),
  ReplaceAcceptor: at('ReplaceAcceptor'),
  ReplaceVerifier: at('ReplaceVerifier'),
  RevisePlan: at('RevisePlan', related.ofTheUnit),
};
