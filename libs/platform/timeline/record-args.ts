import type { Id } from '#kernel';
import { FlagField, IdField, ListArgs, TextField } from '#platform/graphql';
import { ArgsType } from '@nestjs/graphql';

const TYPES = 20;
const LONGEST_TYPE = 80;
const LONGEST_POSITION = 18;

const narrowable = {
  text: { en: 'what is told of an event', zh: '事件内容中' },
  periods: { recorded: { en: 'Recorded', zh: '记录时间' } },
};

@ArgsType()
export class RecordArgs extends ListArgs(narrowable) {
  @IdField(['person', 'system'], { en: 'Only acts of this person.', zh: '仅此人所为。', optional: true })
  actorId?: Id;

  @IdField('any', { en: 'Only events of this thing of the record.', zh: '仅卷中此事项的事件。', optional: true })
  subjectId?: Id;

  @TextField(LONGEST_TYPE, { en: 'Only events of these names.', zh: '仅这些名称的事件。', optional: true, list: TYPES })
  types?: readonly string[];

  @TextField(LONGEST_POSITION, {
    en: 'Begin at this position of the log.',
    zh: '自此日志位置开始。',
    optional: true,
    pattern: /^(0|[1-9]\d*)$/,
  })
  from?: string;

  @FlagField({ en: 'The latest first.', zh: '由新到旧。', optional: true })
  latestFirst?: boolean;
}
