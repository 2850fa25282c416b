import { ANSWER_REFUSALS, TWIN_REFUSALS } from '#kernel';

/** Why a finding says no. */
export const findingRefusals = {
  ...ANSWER_REFUSALS,
  ...TWIN_REFUSALS,
  ALREADY_RECORDED: { en: 'This observation is recorded already.', zh: '该情况已记录。' },
  NOT_RECORDED: { en: 'There is no such finding.', zh: '该问题不存在。' },
  NOT_AT_THIS_STAGE: { en: 'The finding is not at a stage where this can be done.', zh: '问题当前状态不允许此操作。' },
  NO_SUCH_TERRITORY: { en: 'There is no such territory.', zh: '地域不存在。' },
  NO_SUCH_ORGANISATION: { en: 'There is no such organisation.', zh: '机构不存在。' },
  NO_SUCH_DUTY_POINT: { en: 'There is no such duty point.', zh: '责任点不存在。' },
  GAP_NEEDS_DUTY_POINT: { en: 'A gap finding names its duty point.', zh: '责任空白问题须写明责任点。' },
  NO_OPEN_GAP: { en: 'That duty point has no open gap.', zh: '该责任点没有未消除的责任空白。' },
  NO_SUCH_EVIDENCE: {
    en: 'Your body has uploaded no such file, or not all of it.',
    zh: '本单位未上传该证据材料，或尚未上传完成。',
  },
  EVIDENCE_QUARANTINED: {
    en: 'This file is not as it was kept, and proves nothing.',
    zh: '该证据材料校验不符，已隔离，不得使用。',
  },
  EVIDENCE_USED_ELSEWHERE: {
    en: 'This file belongs to something else: upload it again for this finding.',
    zh: '该证据材料已用于其他事项；如确需使用，请为本问题重新上传。',
  },
  EVIDENCE_TOO_OLD: {
    en: 'Nothing took this file for 29 days, and it is about to be deleted: upload it again.',
    zh: '该证据材料上传后 29 日内未被使用，即将清除，请重新上传。',
  },
  EVIDENCE_FROM_BEFORE: {
    en: 'A file that showed how it was before does not show the fix.',
    zh: '反映整改前情况的材料不得作为整改后材料。',
  },
  MERGED_INTO_ITSELF: { en: 'A finding is not merged into itself.', zh: '问题不能并入其自身。' },
  NO_SUCH_FINDING: { en: 'There is no such finding.', zh: '该问题不存在。' },
  MERGED_INTO_ENDED: {
    en: 'A finding is merged only into one that is open and not merged itself.',
    zh: '只能并入未结且未被并案的问题。',
  },
  OTHERS_MERGED_HERE: { en: 'Others were merged into this one.', zh: '已有其他问题并入此问题。' },
  MERGE_UNDER_WAY: { en: 'One of the two is being merged at this moment.', zh: '其中一个问题正在并案。' },
  ORDER_OVERDUE: {
    en: 'An order that is past its due time is not merged away.',
    zh: '已逾期的整改不得通过并案了结。',
  },
  NOTHING_CORRECTED: { en: 'Nothing is said otherwise.', zh: '未填写任何更正内容。' },
  NOT_THE_RECORDER: { en: 'Only whoever recorded it may do this.', zh: '只能由记录人办理。' },
  SEVERITY_UNCHANGED: { en: 'It is of this severity already.', zh: '严重程度没有变化。' },
  SAME_UNIT: { en: 'The order is with this unit already.', zh: '该问题已由此单位整改。' },
  SAME_ACCEPTOR: { en: 'This body is the acceptor already.', zh: '该机构已是验收机构。' },
  NO_SUCH_VERIFIER: {
    en: 'This person is not named to verify, or has recorded a result.',
    zh: '此人不是待核查的核查人。',
  },
  VERIFIER_NAMED_TWICE: { en: 'Each verifier is named once.', zh: '核查人不得重复指派。' },
  SUBJECT_NOT_NAMED: {
    en: 'Only a body that is named can have been told.',
    zh: '须写明被检查单位，方可当场告知。',
  },
  CONFIRMER_IS_THE_RECORDER: {
    en: 'A major or critical finding is confirmed by somebody else than recorded it.',
    zh: '重大及以上问题不得由记录人本人认定。',
  },
  REASON_REQUIRED: { en: 'A reason is required.', zh: '须说明理由。' },
  EVIDENCE_REQUIRED: { en: 'Evidence is required.', zh: '须提供证据材料。' },
  DUE_IN_PAST: { en: 'The due time must lie ahead.', zh: '整改时限须晚于交办时间。' },
  ACCEPTOR_IS_THE_UNIT: { en: 'A unit does not accept its own rectification.', zh: '整改单位不得自行验收销号。' },
  ACCEPTOR_BELOW_THE_UNIT: {
    en: 'A body below the unit does not accept its rectification.',
    zh: '整改单位的下级机构不得验收销号。',
  },
  ACCEPTOR_OF_WRONG_KIND: {
    en: 'Only a supervision office, a headquarters or a government accepts a rectification.',
    zh: '验收机构须为督查机构、指挥部或政府。',
  },
  ACCEPTOR_BELOW_THE_ORDER: {
    en: 'The accepting body is of the level that ordered it, or above.',
    zh: '验收机构层级不得低于交办机构。',
  },
  NOT_THE_UNIT: { en: 'Only the unit that was ordered to rectify may do this.', zh: '只能由整改责任单位办理。' },
  PLAN_BEFORE_FINDING: { en: 'A plan cannot be dated before the finding.', zh: '整改方案日期不得早于问题发现日期。' },
  PLAN_DATED_AHEAD: { en: 'A plan cannot be dated later than it is submitted.', zh: '整改方案日期不得晚于提交日期。' },
  MEASURE_DUE_BEFORE_FINDING: {
    en: 'A measure cannot be due before the finding.',
    zh: '措施时限不得早于问题发现日期。',
  },
  MEASURE_DUE_TOO_LATE: {
    en: 'A measure cannot be due later than the rectification.',
    zh: '措施时限不得晚于整改时限。',
  },
  NO_MEASURES: { en: 'A plan has at least one measure.', zh: '整改方案至少有一项措施。' },
  RESPONSIBLE_NOT_OF_THE_UNIT: {
    en: 'The responsible person holds no post of the unit.',
    zh: '责任人未在整改单位任职。',
  },
  RESPONSIBLE_MAY_NOT: {
    en: 'The responsible person has no role at that time to report for the unit.',
    zh: '责任人在该时点没有为整改单位填报的角色。',
  },
  VERIFIER_OF_THE_UNIT: {
    en: 'Whoever verifies may not belong to the unit that rectifies or reports.',
    zh: '核查人不得来自整改或填报单位。',
  },
  OWN_PLAN: { en: 'Nobody approves their own plan.', zh: '不得批准本人提交的方案。' },
  TOO_SEVERE_FOR_IMMEDIATE_FIX: {
    en: 'Only a minor or serious finding may be fixed on the spot.',
    zh: '仅一般或较重问题可立行立改。',
  },
  MEASURE_WITHOUT_EVIDENCE: { en: 'Each measure of the plan needs its evidence.', zh: '每项措施均须有证据材料。' },
  VERIFIER_IS_THE_REPORTER: { en: 'Whoever reports a rectification may not verify it.', zh: '填报人不得担任核查人。' },
  NO_VERIFIERS: { en: 'Name at least one verifier.', zh: '至少指派一名核查人。' },
  VERIFIER_HOLDS_NO_POST: { en: 'The verifier holds no post of that organisation.', zh: '核查人未在该机构任职。' },
  VERIFIER_MAY_NOT: {
    en: 'The verifier has no role there that may verify this finding at that time.',
    zh: '核查人在该时点没有可核查此问题的角色，或其角色范围不及于此问题。',
  },
  MUST_BE_ON_SITE: { en: 'This finding must be verified on site.', zh: '该问题须现场核查。' },
  TWO_VERIFIERS_NEEDED: {
    en: 'A major or critical finding is verified by at least two people.',
    zh: '重大及以上问题须由两人以上核查。',
  },
  NOT_THE_VERIFIER: { en: 'Only an assigned verifier may do this.', zh: '只能由指派的核查人办理。' },
  ALREADY_PASSED: { en: 'This verifier has recorded a result already.', zh: '该核查人已作出核查结论。' },
  OUTCOME_DOES_NOT_PASS: { en: 'Only an effective fix passes.', zh: '仅整改有效方可通过核查。' },
  OUTCOME_DOES_NOT_FAIL: { en: 'An effective fix is not sent back.', zh: '整改有效的不予退回。' },
  NOT_THE_ACCEPTOR: {
    en: 'Only the body named in the order may decide on the close-out.',
    zh: '只能由交办时指定的验收机构决定销号。',
  },
  APPROVER_IS_THE_VERIFIER: { en: 'Whoever verifies may not approve the close-out.', zh: '核查人不得批准销号。' },
  APPROVER_IS_THE_REPORTER: { en: 'Whoever reports may not approve the close-out.', zh: '填报人不得批准销号。' },
  APPROVER_RECORDED_IT: { en: 'Whoever recorded it may not approve the close-out.', zh: '记录人不得批准销号。' },
  APPROVER_CONFIRMED_IT: {
    en: 'Whoever confirmed it, or changed its class, severity, place or subject, may not approve the close-out.',
    zh: '认定人及变更其类别、严重程度、地点或被检查单位的人不得批准销号。',
  },
  APPROVER_ORDERED_IT: { en: 'Whoever ordered it may not approve the close-out.', zh: '交办人不得批准销号。' },
  CONDITION_MISSING: {
    en: 'Each of the four conditions is answered once.',
    zh: '四项销号条件须逐项作答，且各答一次。',
  },
  CONDITION_UNPROVEN: {
    en: 'A condition needs evidence or the reason why it does not apply.',
    zh: '销号条件须有证据材料或不适用的理由。',
  },
  CONDITION_APPLIES: {
    en: 'Of a finding of this class, this condition may not be left out.',
    zh: '该类问题的此项销号条件不得填写“不适用”。',
  },
  MEASURES_NOT_DONE: { en: 'Not every measure of the plan is reported done.', zh: '方案措施尚未全部报告完成。' },
  VERIFIERS_OUTSTANDING: { en: 'Not every verifier has recorded a result.', zh: '尚有核查人未作出核查结论。' },
  UNKNOWN_EVIDENCE: { en: 'This finding knows no such evidence.', zh: '该问题下没有此证据材料。' },
  DUTY_STILL_UNHELD: {
    en: 'The duty point still has a required party without an accepted holder.',
    zh: '责任点仍有责任方无人认领。',
  },
} as const;

export type FindingRefusal = keyof typeof findingRefusals;
