import { bilingual, type Id } from '#kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../output/date-time.scalar.js';

@ObjectType({
  description: bilingual({
    en: 'News that the log took an event; ask for the thing to see what changed.',
    zh: '入库通知：某事项有新事件，详情请另行查询。',
  }),
})
export class RecordedNotice {
  @Field(() => ID, { description: bilingual({ en: 'The thing it happened to.', zh: '所属事项。' }) })
  id!: Id;
  @Field(() => String, { description: bilingual({ en: 'Its place in the log.', zh: '在日志中的位置。' }) })
  position!: string;
  @Field(() => String, { description: bilingual({ en: 'What happened.', zh: '事件类型。' }) })
  type!: string;
  @Field(() => DateTime, { description: bilingual({ en: 'When the log took it.', zh: '记录时间。' }) })
  recordedAt!: string;
}
