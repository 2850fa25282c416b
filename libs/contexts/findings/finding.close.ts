import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { computedConditions, unmetCondition } from './finding.conditions.js';
import { answering, contradicts, reasoned, type Verdict } from './finding.rules.js';
import type { Finding } from './finding.state.js';

const approve = (asked: CommandData<'ApproveCloseOut'>, state: Finding, on: Occasion): Verdict => {
  const no = unmetCondition(asked, state, on);
  if (no) return no;
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
  ApproveCloseOut: answering('ApproveCloseOut', approve),
  RefuseCloseOut: answering('RefuseCloseOut', (asked) =>
    reasoned(asked, (data) => happened({ type: 'CloseOutRefused', data })),
  ),
  RecordLookBack: answering('RecordLookBack', lookBack),
  ReopenRectification: answering('ReopenRectification', (asked) =>
    reasoned(asked, (data) => happened({ type: 'RectificationReopened', data })),
  ),
};
