import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { computedConditions, unmetCondition } from './finding.conditions.js';
import { takenFiles, taking } from './finding.files.js';
import { answering, reasoned, type Rule, type Verdict } from './finding.rules.js';
import type { Finding } from './finding.state.js';

const approve = (asked: CommandData<'ApproveCloseOut'>, state: Finding, on: Occasion): Verdict => {
  const no = unmetCondition(asked, state, on);
  if (no) return no;
  const data = { ...asked, computed: [...computedConditions], verifiers: [...(state.verifiers ?? [])] };
  return happened({ type: 'CloseOutApproved', data });
};

const lookBack: Rule<'RecordLookBack'> = ({ outcome, ...asked }, state, on, files) => {
  if (asked.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  const evidence = takenFiles(asked.evidence, files, { had: state.evidence, on }, 'evidence');
  if ('refused' in evidence) return evidence;
  const type = outcome === 'passed' ? 'LookBackPassed' : 'RelapseConfirmed';
  return taking(state, evidence, happened({ type, data: { ...asked, evidence } }));
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
