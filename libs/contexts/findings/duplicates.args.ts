import type { Id } from '#kernel';
import { EnumField, enumTypeOf, IdField, InstantField, LookArgs, TextField } from '#platform/graphql';
import { ArgsType } from '@nestjs/graphql';
import { FINDING_CLASSES, type FindingClass } from './finding.words.js';

/** What is about to be recorded, or a finding that is. */
@ArgsType()
export class DuplicatesArgs extends LookArgs {
  @IdField('finding', { en: 'What looks like this finding.', zh: '与该问题相似的。', optional: true })
  of?: Id<'finding'>;
  @IdField('territory', {
    en: 'Or the territory of what is to be recorded.',
    zh: '或拟记录问题的属地。',
    optional: true,
  })
  territoryId?: Id<'territory'>;
  @EnumField(() => enumTypeOf(FINDING_CLASSES), { en: 'Its class.', zh: '类别。', optional: true })
  class?: FindingClass;
  @TextField(200, { en: 'Its place.', zh: '地点。', optional: true })
  place?: string;
  @IdField('dutyPoint', { en: 'Its duty point.', zh: '责任点。', optional: true })
  dutyPointId?: Id<'dutyPoint'>;
  @InstantField({ en: 'When it happened; now when left out.', zh: '发生时间，默认为现在。', optional: true })
  occurredAt?: string;
  @TextField(64, {
    pattern: /^[0-9a-f]{64}$/,
    en: 'SHA-256 of its evidence, in hexadecimal.',
    zh: '证据材料的 SHA-256 摘要（十六进制）。',
    optional: true,
    list: 50,
  })
  sha256?: string[];
}
