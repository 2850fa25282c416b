import { closeOutPack, inForce } from '#contexts/policy-packs';
import { refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { FindingRefusal } from './finding.refusals.js';
import { showsBefore, type Refused } from './finding.rules.js';
import type { Finding } from './finding.state.js';
import { type ComputedCondition, type TickedCondition } from './finding.words.js';
import { COMPUTED_CONDITIONS, TICKED_CONDITIONS } from './finding.condition.words.js';

/** No part of the system can leave it open yet. */
const notBuiltYet = (): undefined => undefined;

/** Each condition that the record itself answers, never a form: why it is not met. */
const unmet: { readonly [C in ComputedCondition]: (state: Finding) => FindingRefusal | undefined } = {
  measuresDone: ({ measures = 0, measuresDone = 0 }) => (measuresDone < measures ? 'MEASURES_NOT_DONE' : undefined),
  verifiersHeard: ({ verifiers = [], passedBy = [] }) =>
    verifiers.every(({ personId }) => passedBy.includes(personId)) ? undefined : 'VERIFIERS_OUTSTANDING',
  propagationFinished: notBuiltYet,
  noOpenChild: notBuiltYet,
  noticeOver: notBuiltYet,
};

const isComputed = (word: string): word is ComputedCondition => word in COMPUTED_CONDITIONS.words;

/** The conditions that the record answers, in their order. */
export const computedConditions: readonly ComputedCondition[] = Object.keys(COMPUTED_CONDITIONS.words).filter(
  isComputed,
);

type Answer = CommandData<'ApproveCloseOut'>['conditions'][number];

/** Conduct may have been dealt with before anything was mended; what else is ticked can only be seen afterwards. */
const PROVEN_BEFORE: readonly TickedCondition[] = ['conductHandled'];

const mayNotApply = (condition: TickedCondition, state: Finding, on: Occasion): boolean =>
  inForce(closeOutPack, on.occurredAt).mayNotApply[condition]?.includes(state.observation.class) ?? false;

const wrongAnswer = (answer: Answer, path: readonly string[], state: Finding, on: Occasion): Refused | undefined => {
  const { condition, evidence, notApplicable } = answer;
  if (notApplicable !== undefined && !mayNotApply(condition, state, on))
    return refused('CONDITION_APPLIES', ...path, 'notApplicable');
  if (evidence.length === 0) return notApplicable ? undefined : refused('CONDITION_UNPROVEN', ...path);
  const named = state.evidence.filter(({ id }) => evidence.includes(id));
  if (evidence.some((id) => named.every((one) => one.id !== id)))
    return refused('UNKNOWN_EVIDENCE', ...path, 'evidence');
  const isOld = named.every((one) => showsBefore(state.digestsBefore, [one]));
  return isOld && !PROVEN_BEFORE.includes(condition) ? refused('EVIDENCE_FROM_BEFORE', ...path, 'evidence') : undefined;
};

/** R5: the first condition that the record itself answers with no. */
export const unmetByRecord = (state: Finding): FindingRefusal | undefined =>
  computedConditions.map((one) => unmet[one](state)).find((no) => no !== undefined);

/** R5: the first condition that is ticked without proof. */
export const unmetCondition = (
  { conditions }: CommandData<'ApproveCloseOut'>,
  state: Finding,
  on: Occasion,
): Refused | undefined => {
  const answered = new Set(conditions.map(({ condition }) => condition));
  const needed = Object.keys(TICKED_CONDITIONS.words).length;
  if (answered.size !== needed || conditions.length !== needed) return refused('CONDITION_MISSING', 'conditions');
  const ticked = conditions.map((one, index) => wrongAnswer(one, ['conditions', String(index)], state, on));
  return ticked.find((no) => no !== undefined);
};
