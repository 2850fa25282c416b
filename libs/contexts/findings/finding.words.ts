import { PARTIES } from '#contexts/duties';
import { vocabulary, type WordOf } from '#kernel';
import { TICKED_CONDITIONS, type COMPUTED_CONDITIONS } from './finding.condition.words.js';

/** How a finding came to be. */
export const FINDING_KINDS = vocabulary('FindingKind', 'How a finding came to be.', '问题来源。', {
  inspection: { en: 'Seen on an inspection', zh: '督查检查' },
  gap: { en: 'A responsibility gap', zh: '责任空白' },
  selfCheck: { en: 'Seen on a self-check', zh: '自查' },
  other: { en: 'Seen otherwise', zh: '其他' },
});

/** F1: what kind of shortcoming it is. */
export const FINDING_CLASSES = vocabulary('FindingClass', 'What kind of shortcoming it is.', '问题类别。', {
  responsibilityGap: { en: 'Responsibility gap', zh: '责任空白' },
  responsibilityNotEnforced: { en: 'Responsibility not enforced', zh: '责任落实不严' },
  inadequateControl: { en: 'Inadequate control', zh: '管控不到位' },
  lostControl: { en: 'Out of control, missed or escaped', zh: '失管漏管脱管' },
  sealedWithoutControl: { en: 'Sealed off on paper only', zh: '封而不控' },
  insensitiveSentinel: { en: 'Insensitive sentinel', zh: '哨点不灵敏' },
  insufficientCapacity: { en: 'Insufficient capacity', zh: '能力不到位' },
  lateTracing: { en: 'Late assistance in tracing', zh: '协查不及时' },
  reportingBreach: { en: 'Late, missing or concealed report', zh: '迟报漏报瞒报' },
  withoutApproval: { en: 'Without approval', zh: '未经报批' },
  obstruction: { en: 'Obstruction of an inspection', zh: '阻碍督查' },
  falseRectification: { en: 'False rectification', zh: '整改不实' },
});

export const SEVERITIES = vocabulary('Severity', 'How grave it is.', '严重程度。', {
  minor: { en: 'Minor', zh: '一般' },
  serious: { en: 'Serious', zh: '较重' },
  major: { en: 'Major', zh: '重大' },
  critical: { en: 'Critical', zh: '特别重大' },
});

export const METHODS = vocabulary('VerificationMethod', 'How a fix is checked.', '核查方式。', {
  onSite: { en: 'On site', zh: '现场核查' },
  remote: { en: 'Remotely', zh: '远程核查' },
});

/** Where a finding stands. The words are those of its state machine. */
export const STAGES = vocabulary('FindingStage', 'Where a finding stands.', '问题状态。', {
  observed: { en: 'Observed', zh: '待认定' },
  dismissed: { en: 'Dismissed', zh: '不成立' },
  confirmed: { en: 'Confirmed', zh: '认定' },
  ordered: { en: 'Ordered', zh: '交办' },
  acknowledged: { en: 'Acknowledged', zh: '签收' },
  planSubmitted: { en: 'Plan submitted', zh: '方案待审' },
  planReturned: { en: 'Plan returned', zh: '方案退回' },
  inRectification: { en: 'In rectification', zh: '整改中' },
  completionReported: { en: 'Completion reported', zh: '已报完成' },
  underVerification: { en: 'Under verification', zh: '核查中' },
  verified: { en: 'Verified', zh: '核查通过' },
  closedOut: { en: 'Closed out', zh: '已销号' },
  relapsed: { en: 'Relapsed', zh: '反弹' },
  reopened: { en: 'Reopened', zh: '重新挂号' },
  voided: { en: 'Voided', zh: '作废' },
  merged: { en: 'Merged into another', zh: '已并案' },
});

/** What a verification makes of a fix; only an effective one passes. */
export const OUTCOME_CLASSES = vocabulary('OutcomeClass', 'What a verification makes of a fix.', '核查结论。', {
  effective: { en: 'Effective', zh: '有效' },
  partly: { en: 'Partly', zh: '部分到位' },
  perfunctory: { en: 'Perfunctory', zh: '敷衍整改' },
  cosmetic: { en: 'Cosmetic', zh: '表面整改' },
  false: { en: 'False', zh: '虚假整改' },
});

export const LOOK_BACK_OUTCOMES = vocabulary('LookBackOutcome', 'What a look-back finds.', '回头看结果。', {
  passed: { en: 'It holds', zh: '通过' },
  relapsed: { en: 'The problem is back', zh: '反弹' },
});

/** What a closure rate may be split by. */
export const RATE_BY = vocabulary('ClosureRateBy', 'What a closure rate is split by.', '销号率分组方式。', {
  class: { en: 'By class', zh: '按类别' },
  severity: { en: 'By severity', zh: '按严重程度' },
  unit: {
    en: 'By unit: lateness, returns and relapses by its own rounds',
    zh: '按责任单位（逾期、退回、反弹归当轮单位）',
  },
  verifier: { en: 'By verifier: the same of the rounds that they verified in', zh: '按核查人（归当轮核查人）' },
});

/** The four parties once more, as those who answered for what happened. */
export const ANSWERING_PARTIES = vocabulary(
  'AnsweringParty',
  'As which of the four parties somebody answers.',
  '以哪一方责任人身份负责。',
  PARTIES.words,
);

export type FindingKind = WordOf<typeof FINDING_KINDS>;
export type FindingClass = WordOf<typeof FINDING_CLASSES>;
export type Severity = WordOf<typeof SEVERITIES>;
export type TickedCondition = WordOf<typeof TICKED_CONDITIONS>;
export type ComputedCondition = WordOf<typeof COMPUTED_CONDITIONS>;
export type Stage = WordOf<typeof STAGES>;
export type Method = WordOf<typeof METHODS>;
export type OutcomeClass = WordOf<typeof OUTCOME_CLASSES>;
export type RatedBy = WordOf<typeof RATE_BY>;

/** The conditions that are ticked, in their order. */
export const everyTicked: readonly TickedCondition[] = Object.keys(TICKED_CONDITIONS.words).filter(
  (one): one is TickedCondition => one in TICKED_CONDITIONS.words,
);

/** The stages that end a finding, unless it relapses. */
const CONCLUDED: readonly Stage[] = ['dismissed', 'closedOut', 'voided', 'merged'];

/** The stages of what counts for nothing: it was no finding, was wrong, or counts as another. */
export const overStages: readonly Stage[] = ['dismissed', 'voided', 'merged'];

/** Every stage that a finding can stand at. */
export const everyStage: readonly Stage[] = Object.keys(STAGES.words).filter(
  (one): one is Stage => one in STAGES.words,
);

/** The stages before the conclusion. */
export const openStages: readonly Stage[] = everyStage.filter((stage) => !CONCLUDED.includes(stage));
