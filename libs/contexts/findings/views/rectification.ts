import {
  instant,
  list,
  optional,
  part,
  partOf,
  pointer,
  ref,
  shownText,
  word,
  type DataOf,
  type Happening,
  type PartData,
} from '#kernel';
import type { FindingEvent } from '../finding.events.js';
import type { Measure } from '../finding.state.js';
import { OUTCOME_CLASSES } from '../finding.words.js';
import { shownVerifiers, verifyingPerson } from './parts.js';

type Data<T extends FindingEvent['type']> = DataOf<FindingEvent, T>;

const plannedMeasure = partOf(
  'PlannedMeasure',
  {
    cause: shownText('The cause that it removes.', '原因。', 1000),
    measure: shownText('What is done.', '措施。', 1000),
    responsible: pointer('The one person responsible.', '责任人。'),
    dueAt: instant('When it is due.', '完成时限。'),
    standard: shownText('What done means.', '完成标准。', 1000),
    verifier: pointer('The body that verifies it.', '验收单位。'),
  },
  { en: 'One measure of a plan.', zh: '整改措施。' },
);

export const rectificationPart = partOf(
  'Rectification',
  {
    unit: pointer('The unit that rectifies.', '整改责任单位。'),
    acceptor: pointer('The body that decides on the close-out.', '验收机构。'),
    standard: shownText('What mended means.', '整改标准。', 1000),
    orderedAt: instant('When it was ordered.', '交办时间。'),
    dueAt: instant('When it is due now.', '现时限。'),
    originalDueAt: instant('When it was due at first: what on time is measured by.', '原定时限（按此判定是否按期）。'),
    acknowledgedAt: optional(instant('When the unit acknowledged.', '签收时间。')),
    planDated: optional(instant('The date of the plan.', '方案日期。')),
    planApprovedAt: optional(instant('When the plan was approved.', '方案批准时间。')),
    measures: list(part(plannedMeasure, 'The measures of the newest plan.', '最新方案的措施。')),
    completionReportedAt: optional(instant('When the unit last reported it done.', '最近一次报完成时间。')),
    rootCause: optional(shownText('The cause behind it, as reported.', '问题根源（填报）。')),
    verifiers: shownVerifiers,
    verifiedAt: optional(instant('When it was last verified.', '最近一次核查时间。')),
    outcomeClass: optional(word(OUTCOME_CLASSES, 'What the verification found.', '核查结论。')),
    closedOutAt: optional(instant('When it was struck off.', '销号时间。')),
    lookedBackAt: optional(instant('When it was last looked back at.', '最近一次回头看时间。')),
  },
  { en: 'The course from order to close-out.', zh: '从交办到销号的整改过程。' },
);

export type Rectification = PartData<typeof rectificationPart>;

export const ordered = (data: Data<'RectificationOrdered'>, { occurredAt }: Happening): Rectification => ({
  unit: ref(data.unitId),
  acceptor: ref(data.acceptorOrgId),
  standard: data.standard,
  orderedAt: occurredAt,
  dueAt: data.dueAt,
  originalDueAt: data.dueAt,
  measures: [],
  verifiers: [],
});

const planned = ({ responsible, verifierOrgId, ...measure }: Measure): PartData<typeof plannedMeasure> => ({
  ...measure,
  responsible: ref(responsible),
  verifier: ref(verifierOrgId),
});

/** What each fact adds to a rectification under way. */
export const added = {
  RectificationAcknowledged: (_: Data<'RectificationAcknowledged'>, { occurredAt }: Happening) => ({
    acknowledgedAt: occurredAt,
  }),
  PlanSubmitted: ({ dated, measures }: Data<'PlanSubmitted'>) => ({
    planDated: dated,
    measures: measures.map(planned),
  }),
  PlanApproved: (_: Data<'PlanApproved'>, { occurredAt }: Happening) => ({ planApprovedAt: occurredAt }),
  ImmediateFixReported: (_: Data<'ImmediateFixReported'>, { occurredAt }: Happening) => ({
    completionReportedAt: occurredAt,
  }),
  CompletionReported: ({ rootCause }: Data<'CompletionReported'>, { occurredAt }: Happening) => ({
    completionReportedAt: occurredAt,
    rootCause,
  }),
  VerifierAssigned: ({ verifiers }: Data<'VerifierAssigned'>) => ({ verifiers: verifiers.map(verifyingPerson) }),
  Verified: ({ outcomeClass }: Data<'VerificationPassed'>, { occurredAt }: Happening) => ({
    verifiedAt: occurredAt,
    outcomeClass,
  }),
  CloseOutApproved: (_: Data<'CloseOutApproved'>, { occurredAt }: Happening) => ({ closedOutAt: occurredAt }),
  LookedBack: (_: Data<'LookBackPassed'>, { occurredAt }: Happening) => ({ lookedBackAt: occurredAt }),
};
