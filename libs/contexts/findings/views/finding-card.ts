import { bilingual, type Id } from '#kernel';
import { DateTime, Ref, Shown } from '#platform/graphql';
import { ID, ObjectType } from '@nestjs/graphql';
import type { Stakes } from '../finding.stakes.js';
import type { FindingClass, FindingKind, Severity, Stage } from '../finding.words.js';
import { ClassOfFinding, KindOfFinding, SeverityOfFinding, StageOfFinding } from './enums.js';
import { AnswerableHolder, Evidence } from './parts.js';
import { Rectification } from './rectification.js';

@ObjectType('Finding', {
  description: bilingual({ en: 'A shortcoming and what became of it.', zh: '问题及其整改情况。' }),
})
export class FindingCard {
  @Shown(() => ID, { en: 'Its id.', zh: '编号。' })
  id!: Id;
  @Shown(() => StageOfFinding, { en: 'Where it stands.', zh: '状态。' })
  status!: Stage;
  @Shown(() => KindOfFinding, { en: 'How it came to be.', zh: '来源。' })
  kind!: FindingKind;
  @Shown(() => ClassOfFinding, { en: 'What kind of shortcoming.', zh: '类别。' })
  class!: FindingClass;
  @Shown(() => SeverityOfFinding, { en: 'How grave.', zh: '严重程度。' })
  severity!: Severity;
  @Shown(() => String, { en: 'What was seen.', zh: '问题描述。' })
  description!: string;
  @Shown(() => String, { en: 'Where it was seen.', zh: '地点。' })
  place!: string;
  @Shown(() => Ref, { en: 'The territory.', zh: '属地。' })
  territory!: Ref;
  @Shown(() => Ref, { en: 'The body it is about.', zh: '被检查单位。', optional: true })
  subject?: Ref;
  @Shown(() => Ref, { en: 'The duty point it is about.', zh: '责任点。', optional: true })
  dutyPoint?: Ref;
  @Shown(() => Ref, { en: 'Who recorded it.', zh: '记录人。' })
  recordedBy!: Ref;
  @Shown(() => DateTime, { en: 'When it happened.', zh: '发生时间。' })
  occurredAt!: string;
  @Shown(() => DateTime, { en: 'When the log took it.', zh: '记录时间。' })
  recordedAt!: string;
  @Shown(() => DateTime, { en: 'When it was confirmed.', zh: '认定时间。', optional: true })
  confirmedAt?: string;
  @Shown(() => [Evidence], { en: 'The evidence it was recorded with.', zh: '记录时的证据材料。' })
  evidence!: readonly Evidence[];
  @Shown(() => [AnswerableHolder], { en: 'Who held the duty when it happened.', zh: '事发时的责任人。' })
  answerable!: readonly AnswerableHolder[];
  @Shown(() => Rectification, { en: 'What is done about it.', zh: '整改情况。', optional: true })
  rectification?: Rectification;
  @Shown(() => Boolean, { en: 'It was confirmed.', zh: '是否已认定。' })
  confirmed!: boolean;
  @Shown(() => Boolean, { en: 'It counts in the closure rate: confirmed and not voided.', zh: '是否计入销号率分母。' })
  counted!: boolean;
  @Shown(() => Boolean, { en: 'It is struck off now.', zh: '是否已销号。' })
  closedOut!: boolean;
  @Shown(() => Boolean, { en: 'Struck off, and reported done by the original due time.', zh: '是否按期完成。' })
  onTime!: boolean;
  @Shown(() => Boolean, { en: 'Struck off, and reported done after the original due time.', zh: '是否逾期完成。' })
  late!: boolean;
  @Shown(() => Boolean, { en: 'A verification sent it back at least once.', zh: '是否曾被核查退回。' })
  returned!: boolean;
  @Shown(() => Boolean, { en: 'It came back after a close-out at least once.', zh: '是否曾反弹。' })
  relapsed!: boolean;

  stakes!: Stakes;
  hasPlan!: boolean;
  subjectOrgId?: Id<'organisation'>;
  unitId?: Id<'organisation'>;
  dutyPointId?: Id<'dutyPoint'>;
}
