import { bilingual, type Text } from '#kernel';
import { DateTime, ref, Ref } from '#platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CHANNELS } from '../words.js';
import type { Hop } from './cascade.js';
import { DeliveryChannel } from './enums.js';

const minutes = (en: string, zh: string) => ({ nullable: true, description: bilingual({ en, zh }) });

@ObjectType({ description: bilingual({ en: 'One directive on its way to one recipient.', zh: '一级传达。' }) })
export class CascadeHop {
  @Field(() => ID, { description: bilingual({ en: 'Its place in the cascade.', zh: '编号。' }) })
  id!: string;
  @Field(() => Int, { description: bilingual({ en: 'How many levels below the root.', zh: '层级（自起点起）。' }) })
  depth!: number;
  @Field(() => Ref, { description: bilingual({ en: 'The directive of this hop.', zh: '本级部署。' }) })
  directive!: Ref;
  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'The one above it.', zh: '上级部署。' }) })
  parent?: Ref | undefined;
  @Field(() => Ref, {
    nullable: true,
    description: bilingual({ en: 'To whom; null when it went to nobody here.', zh: '收文机构。' }),
  })
  recipient?: Ref | undefined;
  @Field(() => Boolean, {
    nullable: true,
    description: bilingual({
      en: 'Whether the recipient stands in a development zone, which is no administrative division.',
      zh: '收文机构是否属于开发区（非行政区划）。',
    }),
  })
  inDevelopmentZone?: boolean | undefined;
  @Field(() => DateTime, { nullable: true, description: bilingual({ en: 'When it was issued.', zh: '印发时间。' }) })
  issuedAt?: string | undefined;
  @Field(() => DateTime, { nullable: true, description: bilingual({ en: 'When it reached them.', zh: '送达时间。' }) })
  deliveredAt?: string | undefined;
  @Field(() => DeliveryChannel, {
    nullable: true,
    description: bilingual({
      en: 'How it reached them: in a room or on paper rather than in an inbox.',
      zh: '送达方式。',
    }),
  })
  channel?: keyof typeof CHANNELS | undefined;
  @Field(() => DateTime, {
    nullable: true,
    description: bilingual({ en: 'When somebody signed for it.', zh: '签收时间。' }),
  })
  acknowledgedAt?: string | undefined;
  @Field(() => DateTime, {
    nullable: true,
    description: bilingual({
      en: 'When the recipient passed it on: relayed it, or issued its own on it.',
      zh: '向下传达或部署时间。',
    }),
  })
  relayedAt?: string | undefined;
  @Field(() => Int, minutes('From issued to delivered.', '印发至送达（分钟）。'))
  minutesToDeliver?: number | undefined;
  @Field(() => Int, minutes('From delivered to acknowledged.', '送达至签收（分钟）。'))
  minutesToAcknowledge?: number | undefined;
  @Field(() => Int, minutes('From acknowledged to passed on.', '签收至向下传达（分钟）。'))
  minutesToRelay?: number | undefined;
  @Field(() => Boolean, {
    nullable: true,
    description: bilingual({
      en: 'Whether it was acknowledged before 24:00 (UTC+8) of the day on which the root was issued; null while it is not.',
      zh: '是否于起点印发当日24时前签收；未签收时为空。',
    }),
  })
  sameDay?: boolean | undefined;
  @Field(() => String, { nullable: true, description: bilingual({ en: 'The same in words.', zh: '说明。' }) })
  note?: string | undefined;
}

/** A hop as the API answers it, its note in the reader's language. */
export const hopShown = (
  { directiveId, parentId, recipientId, note, ...hop }: Hop,
  language: keyof Text,
): CascadeHop => ({
  ...hop,
  directive: ref(directiveId),
  parent: parentId && ref(parentId),
  recipient: recipientId && ref(recipientId),
  note: note?.[language],
});
