import { bilingual, type Id } from '#kernel';
import { charactersAtMost, CountedConnection, Ref } from '#platform/graphql';
import { Extensions, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { TimelineEntry } from './timeline-entry.js';

/** As many bytes as the log takes of one event. */
const MOST_BYTES = 256 * 1024;

@ObjectType({ description: bilingual({ en: 'Where an event stands in a record.', zh: '事件在卷中的位置。' }) })
export class EventPlace {
  @Field(() => ID, { description: bilingual({ en: 'Event id.', zh: '事件编号。' }) })
  eventId!: string;

  @Field(() => String, { description: bilingual({ en: 'Place in the whole log.', zh: '在全部日志中的位置。' }) })
  position!: string;

  @Field(() => String, { description: bilingual({ en: 'Event name in words.', zh: '事件名称。' }) })
  title!: string;
}

@ObjectType({
  description: bilingual({
    en: 'An event as the log holds it, for whoever computes its digests. Personal fields are sealed.',
    zh: '日志所存的原文，供自行计算摘要；个人信息为密文。',
  }),
})
export class StoredText {
  @Field(() => String, {
    description: bilingual({
      en: 'Its envelope (RFC 8785), with the SHA-256 of the payload.',
      zh: '信封原文（RFC 8785），内含内容的 SHA-256。',
    }),
  })
  @Extensions(charactersAtMost(MOST_BYTES / 16))
  entry!: string;

  @Field(() => String, {
    nullable: true,
    description: bilingual({
      en: 'Its payload; null where it names what is not yours to see.',
      zh: '内容原文；其中有您无权查看的事项时为空。',
    }),
  })
  @Extensions(charactersAtMost(MOST_BYTES / 4))
  payload?: string;
}

@ObjectType({ description: bilingual({ en: 'One event of a record.', zh: '卷中的一条事件。' }) })
export class RecordEntry extends TimelineEntry {
  @Field(() => Ref, {
    description: bilingual({ en: 'What it happened to, named as then.', zh: '所属事项（当时名称）。' }),
  })
  subject!: Ref;

  @Field(() => Int, { description: bilingual({ en: 'Version of its shape.', zh: '格式版本。' }) })
  schemaVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'The first thing that somebody wrote in it.', zh: '其中写明的第一句。' }),
  })
  summary?: string;

  @Field(() => [Ref], {
    description: bilingual({ en: 'What its data names, by id; named as then.', zh: '内容中所涉事项（当时名称）。' }),
  })
  named!: readonly Ref[];

  @Field(() => Boolean, {
    description: bilingual({
      en: 'Part of its data is left out, because it is about what is not yours to see.',
      zh: '部分内容涉及您无权查看的事项，未予显示。',
    }),
  })
  withheld!: boolean;

  @Field(() => ID, { nullable: true, description: bilingual({ en: 'The device it came from.', zh: '来源设备。' }) })
  deviceId?: string;

  @Field(() => EventPlace, {
    nullable: true,
    description: bilingual({ en: 'The event of this record that caused it.', zh: '本卷中引发它的事件。' }),
  })
  causedBy?: EventPlace;

  @Field(() => [EventPlace], {
    description: bilingual({ en: 'The events of this record that it caused.', zh: '本卷中由它引发的事件。' }),
  })
  effects!: readonly EventPlace[];

  @Field(() => StoredText, { description: bilingual({ en: 'As the log holds it.', zh: '日志原文。' }) })
  stored!: StoredText;
}

@ObjectType({
  description: bilingual({
    en: 'A page of a record: the events of one thing and of what belongs to it.',
    zh: '事件史的一页：事项本身及其所属事项的事件。',
  }),
})
export class EventRecord extends CountedConnection(RecordEntry) {
  @Field(() => [Ref], {
    description: bilingual({ en: 'Whose events it holds, the thing itself first.', zh: '所含事项，本事项在前。' }),
  })
  subjects!: readonly (Ref & { id: Id })[];

  @Field(() => Boolean, {
    description: bilingual({ en: 'There is more than a record holds.', zh: '超出一卷所能容纳，未全部列出。' }),
  })
  cut!: boolean;
}
