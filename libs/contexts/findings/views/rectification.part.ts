import { count, flag, instant, list, optional, part, partOf, pointer, shownText, word, type PartData } from '#kernel';
import { OUTCOME_CLASSES } from '../finding.words.js';
import { shownFiles, shownVerifiers } from './parts.js';
import { closeOutPart, reasonPart, shownLookBacks, shownVerifications } from './verdicts.js';

export const plannedMeasure = partOf(
  'PlannedMeasure',
  {
    cause: shownText('The cause that it removes.', '原因。', 1000),
    measure: shownText('What is done.', '措施。', 1000),
    responsible: pointer('The one person responsible.', '责任人。'),
    dueAt: instant('When it is due.', '完成时限。'),
    standard: shownText('What done means.', '完成标准。', 1000),
    verifier: pointer('The body that verifies it.', '验收单位。'),
    done: shownFiles('What shows that it is done, as last reported.', '完成佐证材料（最近一次报完成）。'),
  },
  { en: 'One measure of a plan.', zh: '整改措施。' },
);

export const rectificationPart = partOf(
  'Rectification',
  {
    round: count('Which order it is, from 1.', '第几轮交办，自 1 起。'),
    unit: pointer('The unit that rectifies.', '整改责任单位。'),
    acceptor: pointer('The body that decides on the close-out.', '验收机构。'),
    standard: shownText('What mended means.', '整改标准。', 1000),
    orderedAt: instant('When it was ordered.', '交办时间。'),
    dueAt: instant('When it is due now.', '现时限。'),
    originalDueAt: instant(
      'When the finding was due at first, whatever came later: what on time is measured by.',
      '原定时限（首次交办的时限，不因重新交办而改变；按此判定是否按期）。',
    ),
    acknowledgedAt: optional(instant('When the unit acknowledged.', '签收时间。')),
    planDated: optional(instant('The date of the plan.', '方案日期。')),
    planApprovedAt: optional(instant('When the plan was approved.', '方案批准时间。')),
    planReturn: optional(part(reasonPart, 'Why the plan was last returned.', '最近一次退回方案的理由。')),
    measures: list(part(plannedMeasure, 'The measures of the newest plan.', '最新方案的措施。')),
    completionReportedAt: optional(
      instant('When the unit last reported it done, as it states.', '最近一次报完成时间（填报）。'),
    ),
    completionRecordedAt: optional(
      instant(
        'When the log took that report: what on time is measured with.',
        '该次报完成的记录时间（按此判定是否按期）。',
      ),
    ),
    reportedBy: optional(pointer('Who last reported it done.', '最近一次报完成人。')),
    completionIsLateEntry: flag(
      'That report was entered late, by its two times: it counts neither as on time nor as late.',
      '该次报完成为补录（记录时间明显晚于发生时间）：既不计按期也不计逾期。',
    ),
    fix: optional(shownText('What was done, as reported of a fix on the spot.', '立行立改情况（填报）。')),
    fixBefore: shownFiles('How it was before that fix.', '立行立改前材料。'),
    fixAfter: shownFiles('How it is after that fix.', '立行立改后材料。'),
    rootCause: optional(shownText('The cause behind it, as reported.', '问题根源（填报）。')),
    verifiers: shownVerifiers,
    onSite: optional(flag('It must be verified on site.', '是否须现场核查。')),
    verifications: shownVerifications,
    verifiedAt: optional(instant('When it was last verified.', '最近一次核查时间。')),
    outcomeClass: optional(word(OUTCOME_CLASSES, 'What the verification found.', '核查结论。')),
    closedOutAt: optional(instant('When it was struck off.', '销号时间。')),
    closeOut: optional(part(closeOutPart, 'How it was struck off.', '销号情况。')),
    closeOutRefusal: optional(part(reasonPart, 'Why a close-out was last refused.', '最近一次不予销号的理由。')),
    lookedBackAt: optional(instant('When it was last looked back at.', '最近一次回头看时间。')),
    lookBacks: shownLookBacks,
  },
  { en: 'The course from order to close-out.', zh: '从交办到销号的整改过程。' },
);

export type Rectification = PartData<typeof rectificationPart>;
