import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { unfitAcceptor } from './finding.acceptor.js';
import type { Bodies } from './finding.bodies.js';
import { computedConditions, unmetCondition } from './finding.conditions.js';
import type { Closing } from './finding.surroundings.js';
import { everyPart, hasPart, type Part } from './finding.parts.js';
import type { FindingRefusal } from './finding.refusals.js';
import { actsAs, contradicts, reasoned, whileAt, type Refused, type Verdict } from './finding.rules.js';
import type { Finding } from './finding.state.js';

/** SD1: why whoever has had a part in a finding may not decide on its close-out. */
const barred = {
  verified: 'APPROVER_IS_THE_VERIFIER',
  reported: 'APPROVER_IS_THE_REPORTER',
  ordered: 'APPROVER_ORDERED_IT',
  confirmed: 'APPROVER_CONFIRMED_IT',
  recorded: 'APPROVER_RECORDED_IT',
} as const satisfies { readonly [P in Part]: FindingRefusal };

const bar = ({ parts, verifiers = [] }: Finding, on: Occasion): FindingRefusal | undefined => {
  if (verifiers.some(({ personId }) => actsAs(on, personId))) return barred.verified;
  const part = everyPart.find((one) => hasPart(parts, one, on));
  return part && barred[part];
};

/** R6 and SD1: the body named in the order decides, while it may, and nobody who has had a part in it does. */
const mayNotDecide = (state: Finding, on: Occasion, bodies: Bodies): Refused | undefined => {
  const { stakes, orderedFor } = state;
  const { unit, acceptor, territory } = stakes;
  if (!acceptor || acceptor !== on.orgId) return refused('NOT_THE_ACCEPTOR');
  const unfit = unfitAcceptor({ unit, acceptor, orderedFor, territory }, bodies, on) ?? bar(state, on);
  return unfit && refused(unfit);
};

/** R10: a finding about who answers for what (C118), of whatever kind, that says for which step. */
const isAboutTheMatrix = ({ observation: { kind, class: of, dutyPointId } }: Finding): boolean =>
  dutyPointId !== undefined && (kind === 'gap' || of === 'responsibilityGap');

const approve = (asked: CommandData<'ApproveCloseOut'>, state: Finding, on: Occasion, closing: Closing): Verdict => {
  const no = mayNotDecide(state, on, closing.bodies) ?? unmetCondition(asked, state, on);
  if (no) return no;
  if (isAboutTheMatrix(state) && !closing.dutyHeld) return refused('DUTY_STILL_UNHELD');
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
    (asked, state, on, bodies) =>
      mayNotDecide(state, on, bodies) ?? reasoned(asked, (data) => happened({ type: 'CloseOutRefused', data })),
  ),
  RecordLookBack: whileAt('RecordLookBack', lookBack),
  ReopenRectification: whileAt('ReopenRectification', (asked) =>
    reasoned(asked, (data) => happened({ type: 'RectificationReopened', data })),
  ),
};
