import { bilingual, type DataOf, type Happening } from '#kernel';
import { DateTime, ref, Ref, Shown } from '#platform/graphql';
import { ObjectType } from '@nestjs/graphql';
import type { FindingEvent } from '../finding.events.js';
import type { Measure } from '../finding.state.js';
import { OutcomeOfVerification } from './enums.js';
import { VerifyingPerson, verifyingPerson } from './parts.js';

type Data<T extends FindingEvent['type']> = DataOf<FindingEvent, T>;

@ObjectType({ description: bilingual({ en: 'One measure of a plan.', zh: '整改措施。' }) })
export class PlannedMeasure {
  @Shown(() => String, { en: 'The cause that it removes.', zh: '原因。' })
  cause!: string;
  @Shown(() => String, { en: 'What is done.', zh: '措施。' })
  measure!: string;
  @Shown(() => Ref, { en: 'The one person responsible.', zh: '责任人。' })
  responsible!: Ref;
  @Shown(() => DateTime, { en: 'When it is due.', zh: '完成时限。' })
  dueAt!: string;
  @Shown(() => String, { en: 'What done means.', zh: '完成标准。' })
  standard!: string;
  @Shown(() => Ref, { en: 'The body that verifies it.', zh: '验收单位。' })
  verifier!: Ref;
}

@ObjectType({ description: bilingual({ en: 'The course from order to close-out.', zh: '从交办到销号的整改过程。' }) })
export class Rectification {
  @Shown(() => Ref, { en: 'The unit that rectifies.', zh: '整改责任单位。' })
  unit!: Ref;
  @Shown(() => Ref, { en: 'The body that decides on the close-out.', zh: '验收机构。' })
  acceptor!: Ref;
  @Shown(() => String, { en: 'What mended means.', zh: '整改标准。' })
  standard!: string;
  @Shown(() => DateTime, { en: 'When it was ordered.', zh: '交办时间。' })
  orderedAt!: string;
  @Shown(() => DateTime, { en: 'When it is due now.', zh: '现时限。' })
  dueAt!: string;
  @Shown(() => DateTime, {
    en: 'When it was due at first: what on time is measured by.',
    zh: '原定时限（按此判定是否按期）。',
  })
  originalDueAt!: string;
  @Shown(() => DateTime, { en: 'When the unit acknowledged.', zh: '签收时间。', optional: true })
  acknowledgedAt?: string;
  @Shown(() => DateTime, { en: 'The date of the plan.', zh: '方案日期。', optional: true })
  planDated?: string;
  @Shown(() => DateTime, { en: 'When the plan was approved.', zh: '方案批准时间。', optional: true })
  planApprovedAt?: string;
  @Shown(() => [PlannedMeasure], { en: 'The measures of the newest plan.', zh: '最新方案的措施。' })
  measures!: readonly PlannedMeasure[];
  @Shown(() => DateTime, { en: 'When the unit last reported it done.', zh: '最近一次报完成时间。', optional: true })
  completionReportedAt?: string;
  @Shown(() => String, { en: 'The cause behind it, as reported.', zh: '问题根源（填报）。', optional: true })
  rootCause?: string;
  @Shown(() => [VerifyingPerson], { en: 'Who verifies.', zh: '核查人。' })
  verifiers!: readonly VerifyingPerson[];
  @Shown(() => DateTime, { en: 'When it was last verified.', zh: '最近一次核查时间。', optional: true })
  verifiedAt?: string;
  @Shown(() => OutcomeOfVerification, { en: 'What the verification found.', zh: '核查结论。', optional: true })
  outcomeClass?: Data<'VerificationPassed'>['outcomeClass'];
  @Shown(() => DateTime, { en: 'When it was struck off.', zh: '销号时间。', optional: true })
  closedOutAt?: string;
  @Shown(() => DateTime, { en: 'When it was last looked back at.', zh: '最近一次回头看时间。', optional: true })
  lookedBackAt?: string;
}

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

const planned = ({ responsible, verifierOrgId, ...measure }: Measure): PlannedMeasure => ({
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
