import type { Id } from '#kernel';
import { EnumField, FlagField, IdField, InstantField, PartField, TextField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';
import { EvidenceInput, FILES, FindingInput, REASON } from './finding.input.js';
import type { Condition, Method, OutcomeClass } from './finding.words.js';
import { CloseOutCondition, LookBackOutcome, MethodOfVerification, OutcomeOfVerification } from './views/enums.js';

const PROOF = { en: 'The evidence.', zh: '证据材料。', list: FILES };

@InputType()
export class OrderRectificationInput extends FindingInput {
  @IdField('organisation', { en: 'The unit that is to rectify.', zh: '整改责任单位。' })
  unitId!: Id<'organisation'>;
  @InstantField({ en: 'When it is due.', zh: '整改时限。' })
  dueAt!: string;
  @TextField(1000, { en: 'What mended means.', zh: '整改标准。' })
  standard!: string;
  @IdField('organisation', { en: 'The body that decides on the close-out.', zh: '验收机构。' })
  acceptorOrgId!: Id<'organisation'>;
}

@InputType()
export class AcknowledgeRectificationInput extends FindingInput {}

@InputType()
export class MeasureInput {
  @TextField(1000, { en: 'The cause that it removes.', zh: '原因。' })
  cause!: string;
  @TextField(1000, { en: 'What is done.', zh: '措施。' })
  measure!: string;
  @IdField('person', { en: 'The one person responsible.', zh: '责任人。' })
  responsible!: Id<'person'>;
  @InstantField({ en: 'When it is due.', zh: '完成时限。' })
  dueAt!: string;
  @TextField(1000, { en: 'What done means.', zh: '完成标准。' })
  standard!: string;
  @IdField('organisation', { en: 'The body that verifies it.', zh: '验收单位。' })
  verifierOrgId!: Id<'organisation'>;
}

@InputType()
export class SubmitPlanInput extends FindingInput {
  @InstantField({ en: 'The date of the plan.', zh: '方案日期。' })
  dated!: string;
  @PartField(() => MeasureInput, { en: 'Cause by cause.', zh: '逐项措施。', list: 50 })
  measures!: MeasureInput[];
}

@InputType()
export class ApprovePlanInput extends FindingInput {}

@InputType({ description: REASON })
export class ReturnPlanInput extends FindingInput {}

@InputType()
export class ReportImmediateFixInput extends FindingInput {
  @TextField(4000, { en: 'What was done.', zh: '整改情况。' })
  description!: string;
  @PartField(() => EvidenceInput, { en: 'How it was before.', zh: '整改前材料。', list: FILES })
  before!: EvidenceInput[];
  @PartField(() => EvidenceInput, { en: 'How it is now.', zh: '整改后材料。', list: FILES })
  after!: EvidenceInput[];
}

@InputType()
export class MeasureDoneInput {
  @PartField(() => EvidenceInput, PROOF)
  evidence!: EvidenceInput[];
}

@InputType()
export class ReportCompletionInput extends FindingInput {
  @TextField(4000, { en: 'The cause behind it.', zh: '问题根源。' })
  rootCause!: string;
  @PartField(() => MeasureDoneInput, { en: 'The measures in the order of the plan.', zh: '按方案顺序逐项。', list: 50 })
  measures!: MeasureDoneInput[];
}

@InputType()
export class VerifierInput {
  @IdField('person', { en: 'The person.', zh: '人员。' })
  personId!: Id<'person'>;
  @IdField('organisation', { en: 'The body that they verify for.', zh: '所属单位。' })
  orgId!: Id<'organisation'>;
}

@InputType()
export class AssignVerifierInput extends FindingInput {
  @PartField(() => VerifierInput, { en: 'Who verifies.', zh: '核查人。', list: 20 })
  verifiers!: VerifierInput[];
  @FlagField({ en: 'Whether it must be done on site.', zh: '是否须现场核查。' })
  onSite!: boolean;
}

@InputType({ isAbstract: true })
abstract class VerificationInput extends FindingInput {
  @EnumField(() => MethodOfVerification, { en: 'How it was checked.', zh: '核查方式。' })
  method!: Method;
  @TextField(200, { en: 'Where it was checked.', zh: '核查地点。' })
  place!: string;
  @EnumField(() => OutcomeOfVerification, { en: 'What was found.', zh: '核查结论。' })
  outcomeClass!: OutcomeClass;
  @PartField(() => EvidenceInput, PROOF)
  evidence!: EvidenceInput[];
  @TextField(4000, { en: 'In words.', zh: '说明。', optional: true })
  note?: string;
}

@InputType()
export class PassVerificationInput extends VerificationInput {}

@InputType()
export class FailVerificationInput extends VerificationInput {}

@InputType()
export class ConditionInput {
  @EnumField(() => CloseOutCondition, { en: 'Which condition.', zh: '条件。' })
  condition!: Condition;
  @IdField('evidence', { en: 'Evidence of this finding that proves it.', zh: '本问题的证据材料编号。', list: FILES })
  evidence!: Id<'evidence'>[];
  @TextField(1000, { en: 'Or why it does not apply.', zh: '或不适用的理由。', optional: true })
  notApplicable?: string;
}

@InputType()
export class ApproveCloseOutInput extends FindingInput {
  @PartField(() => ConditionInput, { en: 'All seven conditions.', zh: '七项销号条件。', list: 7 })
  conditions!: ConditionInput[];
}

@InputType({ description: REASON })
export class RefuseCloseOutInput extends FindingInput {}

@InputType()
export class RecordLookBackInput extends FindingInput {
  @EnumField(() => LookBackOutcome, { en: 'What was found.', zh: '回头看结果。' })
  outcome!: 'passed' | 'relapsed';
  @PartField(() => EvidenceInput, PROOF)
  evidence!: EvidenceInput[];
  @TextField(4000, { en: 'In words.', zh: '说明。', optional: true })
  note?: string;
}

@InputType({ description: REASON })
export class ReopenRectificationInput extends FindingInput {}
