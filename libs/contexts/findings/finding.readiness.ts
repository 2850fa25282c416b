import { bar, barBeside } from './finding.bar.js';
import { unmetByRecord } from './finding.conditions.js';
import type { Merged } from './finding.merging.js';
import { isGrave } from './finding.rules.js';
import type { Finding } from './finding.state.js';

export const withEvidence = bar('readiness', { en: 'with evidence', zh: '有证据材料' }, ({ evidence }) =>
  evidence.length === 0 ? 'EVIDENCE_REQUIRED' : undefined,
);

/** R3: what is grave is planned. */
export const lightEnough = bar('readiness', { en: 'R3: minor or serious', zh: 'R3：一般或较重' }, ({ observation }) =>
  isGrave(observation.severity) ? 'TOO_SEVERE_FOR_IMMEDIATE_FIX' : undefined,
);

/** The severity may have been raised after they were named. */
export const enoughVerifiers = bar(
  'readiness',
  { en: 'from severity major up, two verifiers', zh: '重大及以上须有两名核查人' },
  ({ observation, verifiers = [] }) =>
    isGrave(observation.severity) && verifiers.length < 2 ? 'TWO_VERIFIERS_NEEDED' : undefined,
);

export const conditionsOfTheRecord = bar(
  'readiness',
  { en: 'R5: every measure done, every verifier heard', zh: 'R5：措施均已完成，核查人均已作出结论' },
  unmetByRecord,
);

/** R10: a finding about who answers for what (C118), of whatever kind, that says for which step. */
const isAboutTheMatrix = ({ observation: { kind, class: of, dutyPointId } }: Finding): boolean =>
  dutyPointId !== undefined && (kind === 'gap' || of === 'responsibilityGap');

export const dutyHeld = barBeside<{ readonly dutyHeld: boolean }>(
  'readiness',
  { en: 'R10: a gap only once its duty is held', zh: 'R10：责任空白须已有人认领' },
  (state, _, known) => (isAboutTheMatrix(state) && !known.dutyHeld ? 'DUTY_STILL_UNHELD' : undefined),
);

export const noOthersMergedHere = barBeside<Merged>(
  'readiness',
  { en: 'no other merged into it', zh: '无其他问题并入' },
  (_, __, { hasOthers }) => (hasOthers ? 'OTHERS_MERGED_HERE' : undefined),
);

/** F6: what was late stays late, and is not made to count for nothing. */
export const notOverdue = bar(
  'readiness',
  { en: 'F6: its order not overdue', zh: 'F6：整改未逾期' },
  ({ stakes, dueAt }, { occurredAt }) =>
    stakes.unit !== undefined && dueAt !== undefined && dueAt < occurredAt ? 'ORDER_OVERDUE' : undefined,
);
