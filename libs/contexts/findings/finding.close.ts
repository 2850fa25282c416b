import { happened, refused, type Occasion } from '#kernel';
import { acts, at, contradicts, reasoned, type Asked, type FindingFacts, type Yes } from './finding.rules.js';
import type { Finding } from './finding.state.js';
import { CONDITIONS } from './finding.words.js';

type No = Extract<Yes, { refused: unknown }>;

/** R6 and SD1: the body named in the order decides, and nobody who reported or verified does. */
const mayNotDecide = ({ stakes, reporter, verifiers = [] }: Finding, on: Occasion): No | undefined => {
  if (stakes.acceptor !== on.orgId) return refused('NOT_THE_ACCEPTOR');
  if (verifiers.some(({ personId }) => acts(on, personId))) return refused('APPROVER_IS_THE_VERIFIER');
  return acts(on, reporter?.personId) ? refused('APPROVER_IS_THE_REPORTER') : undefined;
};

/** R5: each condition is answered once, with evidence of this finding or with why it does not apply. */
const unproven = ({ conditions }: Asked<'ApproveCloseOut'>, state: Finding): No | undefined => {
  const answered = new Set(conditions.map(({ condition }) => condition));
  const needed = Object.keys(CONDITIONS).length;
  if (answered.size !== needed || conditions.length !== needed) return refused('CONDITION_MISSING', 'conditions');
  const bare = conditions.findIndex(({ evidence, notApplicable }) => evidence.length === 0 && !notApplicable);
  if (bare >= 0) return refused('CONDITION_UNPROVEN', 'conditions', String(bare));
  const known = new Set(state.evidence.map(({ id }) => id));
  const foreign = conditions.findIndex(({ evidence }) => evidence.some((id) => !known.has(id)));
  return foreign >= 0 ? refused('UNKNOWN_EVIDENCE', 'conditions', String(foreign), 'evidence') : undefined;
};

const approve = (asked: Asked<'ApproveCloseOut'>, state: Finding, on: Occasion, { dutyHeld }: FindingFacts): Yes => {
  const no = mayNotDecide(state, on) ?? unproven(asked, state);
  if (no) return no;
  if (state.observation.kind === 'gap' && !dutyHeld) return refused('DUTY_STILL_UNHELD');
  return happened({ type: 'CloseOutApproved', data: { ...asked, verifiers: [...(state.verifiers ?? [])] } });
};

const lookBack = ({ outcome, ...data }: Asked<'RecordLookBack'>, { evidence }: Finding): Yes => {
  if (data.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  if (contradicts(evidence, data.evidence)) return refused('EVIDENCE_DIFFERS', 'evidence');
  return happened(outcome === 'passed' ? { type: 'LookBackPassed', data } : { type: 'RelapseConfirmed', data });
};

/** Struck off by approval, looked back at, and opened again after a relapse. */
export const close = {
  ApproveCloseOut: at<Asked<'ApproveCloseOut'>>(['verified'], approve),
  RefuseCloseOut: at<Asked<'RefuseCloseOut'>>(
    ['verified'],
    (asked, state, on) =>
      mayNotDecide(state, on) ?? reasoned(asked, (data) => happened({ type: 'CloseOutRefused', data })),
  ),
  RecordLookBack: at<Asked<'RecordLookBack'>>(['closedOut'], lookBack),
  ReopenRectification: at<Asked<'ReopenRectification'>>(['relapsed'], (asked) =>
    reasoned(asked, (data) => happened({ type: 'RectificationReopened', data })),
  ),
};
