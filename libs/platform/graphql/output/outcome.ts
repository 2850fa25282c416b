import { bilingual, type Id } from '#kernel';
import type { Outcome as Decided } from '#platform/decide';
import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { Language } from '../server/language.js';

@ObjectType({ description: bilingual({ en: 'One event that the log took.', zh: '日志收录的一条事件。' }) })
export class RecordedEvent {
  @Field(() => ID, { description: bilingual({ en: 'The event’s own id.', zh: '事件编号。' }) })
  id!: string;
  @Field(() => String, { description: bilingual({ en: 'What happened.', zh: '事件类型。' }) })
  type!: string;
  @Field(() => String, { description: bilingual({ en: 'Its place in the log.', zh: '在日志中的位置。' }) })
  position!: string;
}

@ObjectType({
  description: bilingual({ en: 'The command was carried out and stands in the log.', zh: '命令已执行并入日志。' }),
})
export class Recorded {
  @Field(() => ID, {
    description: bilingual({ en: 'The thing that the command was about.', zh: '命令所涉事项的编号。' }),
  })
  id!: Id;
  @Field(() => String, {
    description: bilingual({
      en: 'Its place in the log: pass it as `waitFor` to a query that must see it.',
      zh: '在日志中的位置；查询时作为 `waitFor` 传入，即可读到本次写入。',
    }),
  })
  position!: string;
  @Field(() => [RecordedEvent], {
    description: bilingual({
      en: 'What happened; nothing when it was so already.',
      zh: '产生的事件；若原已如此则为空。',
    }),
  })
  events!: readonly RecordedEvent[];
}

@ObjectType({
  description: bilingual({
    en: 'The command was refused and nothing was written.',
    zh: '命令被拒绝，未写入任何内容。',
  }),
})
export class Refused {
  @Field(() => String, { description: bilingual({ en: 'The broken condition.', zh: '未满足的条件代码。' }) })
  code!: string;
  @Field(() => String, {
    description: bilingual({
      en: 'The reason as a sentence, in the language of Accept-Language.',
      zh: '拒绝理由，语言随 Accept-Language。',
    }),
  })
  message!: string;
  @Field(() => [String], { description: bilingual({ en: 'The way to the field at fault.', zh: '相关字段的路径。' }) })
  path!: readonly string[];
  @Field(() => [ID], {
    description: bilingual({
      en: 'The things that stand against it, of those that the asker may see.',
      zh: '与之冲突的事项编号（仅限有权查看的）。',
    }),
  })
  others!: readonly Id[];
}

/** What every mutation answers. */
export const Outcome = createUnionType({
  name: 'Outcome',
  description: bilingual({ en: 'Recorded, or refused with the reason.', zh: '已记录，或被拒绝及其理由。' }),
  types: () => [Recorded, Refused] as const,
  resolveType: (value: Recorded | Refused) => ('code' in value ? Refused : Recorded),
});

/** A decision's outcome as the API answers it, its sentence in the reader's language. */
export const outcome = (decided: Decided, language: Language): Recorded | Refused =>
  decided.recorded
    ? {
        id: decided.id,
        position: decided.position,
        events: decided.events.map(({ eventId, type, position }) => ({
          id: eventId,
          type,
          position: String(position),
        })),
      }
    : { code: decided.code, message: decided.message[language], path: decided.path, others: decided.others ?? [] };
