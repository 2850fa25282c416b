import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { computedConditions, unmetCondition } from './finding.conditions.js';
import { actsAs, contradicts, reasoned, whileAt, type Refused, type Verdict } from './finding.rules.js';
import type { Finding } from './finding.state.js';

/** R6 and SD1: the body named in the order decides, and nobody who reported or verified does. */
const mayNotDecide = ({ stakes, reporter, verifiers = [] }: Finding, on: Occasion): Refused | undefined => {
  if (stakes.acceptor !== on.orgId) return refused('NOT_THE_ACCEPTOR');
  if (verifiers.some(({ personId }) => actsAs(on, personId))) return refused('APPROVER_IS_THE_VERIFIER');
  return actsAs(on, reporter?.personId) ? refused('APPROVER_IS_THE_REPORTER') : undefined;
};

const approve = (asked: CommandData<'ApproveCloseOut'>, state: Finding, on: Occasion, dutyHeld: boolean): Verdict => {
  const no = mayNotDecide(state, on) ?? unmetCondition(asked, state, on);
  if (no) return no;
  if (state.observation.kind === 'gap' && !dutyHeld) return refused('DUTY_STILL_UNHELD');
  const data = { ...asked, computed: [...computedConditions], verifiers: [...(state.verifiers ?? [])] };
  return happened({ type: 'CloseOutApproved', data });
};

const lookBack = ({ outcome, ...data }: CommandData<'RecordLookBack'>, { evidence }: Finding): Verdict => {
  if (data.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  if (contradicts(evidence, data.evidence)) return refused('EVIDENCE_DIFFERS', 'evidence');
  return happened(outcome === 'passed' ? { type: 'LookBackPassed', data } : { type: 'RelapseConfirmed', data });
};

/** The rules by which a finding is struck off, looked back at, and opened again after a relapse. */
export const close = {
  ApproveCloseOut: whileAt('ApproveCloseOut', approve),
  RefuseCloseOut: whileAt(
    'RefuseCloseOut',
    (asked, state, on) =>
      mayNotDecide(state, on) ?? reasoned(asked, (data) => happened({ type: 'CloseOutRefused', data })),
  ),
  RecordLookBack: whileAt('RecordLookBack', lookBack),
  ReopenRectification: whileAt('ReopenRectification', (asked) =>
    reasoned(asked, (data) => happened({ type: 'RectificationReopened', data })),
  ),
};
