import { bilingual, type Id } from '#kernel';
import { CountedConnection, DateTime, Json, Ref } from '#platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: bilingual({
    en: 'Who acted, and in what capacity at that moment.',
    zh: '行为人及其当时的身份。',
  }),
})
export class ActingCapacity {
  @Field(() => Ref, { description: bilingual({ en: 'The person, or the system process.', zh: '人员或系统进程。' }) })
  person!: Ref;

  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'Post held then.', zh: '当时岗位。' }) })
  post?: Ref;

  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'Organisation then.', zh: '当时所属机构。' }) })
  organisation?: Ref;

  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'Territory then.', zh: '当时属地。' }) })
  territory?: Ref;

  @Field(() => Ref, {
    nullable: true,
    description: bilingual({ en: 'Set when a B role acted for an A role.', zh: 'B角代A角行使职责时填写。' }),
  })
  onBehalfOf?: Ref;
}

@ObjectType({ description: bilingual({ en: 'One recorded event.', zh: '一条已记录的事件。' }) })
export class TimelineEntry {
  @Field(() => ID, { description: bilingual({ en: 'Event id.', zh: '事件编号。' }) })
  eventId!: string;

  @Field(() => ID, { description: bilingual({ en: 'The thing it happened to.', zh: '所属事项。' }) })
  id!: Id;

  @Field(() => String, { description: bilingual({ en: 'Place in the whole log.', zh: '在全部日志中的位置。' }) })
  position!: string;

  @Field(() => String, {
    description: bilingual({
      en: 'Gapless number in its own history, from 0.',
      zh: '在本事项历史中的连续序号，自0起。',
    }),
  })
  revision!: string;

  @Field(() => String, { description: bilingual({ en: 'Event name.', zh: '事件名称（英文标识）。' }) })
  name!: string;

  @Field(() => String, {
    description: bilingual({ en: 'Event name in words, in your language.', zh: '事件名称（按您的语言）。' }),
  })
  title!: string;

  @Field(() => DateTime, {
    description: bilingual({ en: 'When it is said to have happened.', zh: '发生时间（申报）。' }),
  })
  occurredAt!: string;

  @Field(() => DateTime, { description: bilingual({ en: 'When the log took it.', zh: '记录时间。' }) })
  recordedAt!: string;

  @Field(() => Boolean, {
    description: bilingual({
      en: 'Late entry: recorded long after it happened; never what the system did.',
      zh: '补录：记录时间明显晚于发生时间（系统所为不算）。',
    }),
  })
  lateEntry!: boolean;

  @Field(() => ActingCapacity, { description: bilingual({ en: 'Who, in what capacity.', zh: '何人、以何身份。' }) })
  actor!: ActingCapacity;

  @Field(() => String, { description: bilingual({ en: 'Channel it came through.', zh: '来源渠道。' }) })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: bilingual({
      en: 'Reason given; null where it is not yours to see.',
      zh: '说明的理由；无权查看时为空。',
    }),
  })
  reason?: string;

  @Field(() => Json, { description: bilingual({ en: 'What happened, as recorded.', zh: '事件内容。' }) })
  data!: unknown;

  @Field(() => ID, { description: bilingual({ en: 'The command it came from.', zh: '产生该事件的命令。' }) })
  commandId!: string;

  @Field(() => ID, { description: bilingual({ en: 'The act it belongs to.', zh: '所属的同一次行为。' }) })
  correlationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: bilingual({ en: 'The event that caused it.', zh: '引发该事件的事件。' }),
  })
  causationId?: string;
}

@ObjectType({ description: bilingual({ en: 'A page of a history, oldest first.', zh: '历史记录的一页，由旧到新。' }) })
export class Timeline extends CountedConnection(TimelineEntry) {}
