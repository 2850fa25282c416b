import { bilingual, type Id } from '#kernel';
import { CommandInput, EnumField, IdField, IntField, PartField, TextField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';
import type { FindingClass, FindingKind, Severity } from './finding.words.js';
import { ClassOfFinding, KindOfFinding, SeverityOfFinding } from './views/enums.js';

export const FILES = 50;

/** The description of inputs whose command is answered for with a reason. */
export const REASON = bilingual({ en: 'The reason is required.', zh: '须说明理由。' });

@InputType()
export class EvidenceInput {
  @IdField('evidence', { en: 'Its id.', zh: '编号。' })
  id!: Id<'evidence'>;
  @TextField(64, { en: 'SHA-256 of its bytes, in hexadecimal.', zh: 'SHA-256 摘要。', pattern: /^[0-9a-f]{64}$/ })
  sha256!: string;
  @IntField(1, 2_147_483_647, { en: 'How many bytes.', zh: '字节数。' })
  bytes!: number;
  @TextField(100, { en: 'Its media type.', zh: '媒体类型。', pattern: /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/ })
  mediaType!: string;
}

/** What every record of something seen says. */
@InputType({ isAbstract: true })
abstract class SeenInput extends CommandInput {
  @IdField('finding', { en: 'Its id, where the client chooses it.', zh: '编号（客户端指定时）。', optional: true })
  id?: Id<'finding'>;
  @EnumField(() => SeverityOfFinding, { en: 'How grave.', zh: '严重程度。' })
  severity!: Severity;
  @TextField(4000, { en: 'What was seen; it is encrypted before it is kept.', zh: '问题描述（加密保存）。' })
  description!: string;
  @TextField(200, { en: 'Where it was seen.', zh: '地点。' })
  place!: string;
  @IdField('territory', { en: 'The territory.', zh: '属地。' })
  territoryId!: Id<'territory'>;
  @IdField('organisation', { en: 'The body it is about.', zh: '被检查单位。', optional: true })
  subjectOrgId?: Id<'organisation'>;
  @PartField(() => EvidenceInput, { en: 'The evidence.', zh: '证据材料。', list: FILES })
  evidence!: EvidenceInput[];
}

@InputType()
export class RecordObservationInput extends SeenInput {
  @EnumField(() => KindOfFinding, { en: 'How it came to be seen.', zh: '来源。' })
  kind!: FindingKind;
  @EnumField(() => ClassOfFinding, { en: 'What kind of shortcoming.', zh: '类别。' })
  class!: FindingClass;
  @IdField('dutyPoint', { en: 'The duty point it is about.', zh: '责任点。', optional: true })
  dutyPointId?: Id<'dutyPoint'>;
}

@InputType()
export class RecordGapFindingInput extends SeenInput {
  @IdField('dutyPoint', { en: 'The duty point that has the gap.', zh: '存在空白的责任点。' })
  dutyPointId!: Id<'dutyPoint'>;
}

/** Which finding a command is about. */
@InputType({ isAbstract: true })
export abstract class FindingInput extends CommandInput {
  @IdField('finding', { en: 'Which finding.', zh: '问题编号。' })
  id!: Id<'finding'>;
}

@InputType()
export class ConfirmFindingInput extends FindingInput {}

@InputType({ description: REASON })
export class DismissObservationInput extends FindingInput {}

@InputType({ description: REASON })
export class VoidFindingInput extends FindingInput {}
