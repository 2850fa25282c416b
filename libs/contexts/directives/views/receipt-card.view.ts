import { bilingual, type Id, type TerritoryPath, type View } from '#kernel';
import { DateTime, ref, Ref } from '#platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { receiptEvents, type ReceiptEvent } from '../receipt.events.js';
import type { ReceiptState } from '../receipt.decider.js';
import type { CHANNELS } from '../words.js';
import { DeliveryChannel, ReceiptStatus } from './enums.js';

@ObjectType({ description: bilingual({ en: 'One way in which it reached its recipient.', zh: '一次送达。' }) })
export class Delivery {
  @Field(() => DeliveryChannel, { description: bilingual({ en: 'Which way.', zh: '方式。' }) })
  channel!: keyof typeof CHANNELS;
  @Field(() => DateTime, { description: bilingual({ en: 'When.', zh: '时间。' }) })
  at!: string;
}

@ObjectType('Receipt', {
  description: bilingual({ en: 'What became of one directive at one recipient.', zh: '签收单。' }),
})
export class ReceiptCard {
  @Field(() => ID, { description: bilingual({ en: 'Its id.', zh: '编号。' }) })
  id!: Id;
  @Field(() => Ref, { description: bilingual({ en: 'Which directive.', zh: '部署。' }) })
  directive!: Ref;
  @Field(() => Ref, { description: bilingual({ en: 'The recipient.', zh: '收文机构。' }) })
  recipient!: Ref;
  @Field(() => Boolean, {
    description: bilingual({
      en: 'Whether the recipient stands in a development zone, which is no administrative division.',
      zh: '收文机构是否属于开发区（非行政区划）。',
    }),
  })
  inDevelopmentZone!: boolean;
  @Field(() => ReceiptStatus, { description: bilingual({ en: 'Where it stands.', zh: '状态。' }) })
  status!: Exclude<ReceiptState['is'], 'new'>;
  @Field(() => Int, { description: bilingual({ en: 'Which version of the text.', zh: '文本版本。' }) })
  textVersion!: number;
  @Field(() => [Delivery], {
    description: bilingual({
      en: 'How it was delivered; attendance counts here and only here.',
      zh: '送达记录（参会仅视为送达）。',
    }),
  })
  deliveries!: readonly Delivery[];
  @Field(() => DateTime, {
    nullable: true,
    description: bilingual({ en: 'When somebody signed for it.', zh: '签收时间。' }),
  })
  acknowledgedAt?: string;
  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'Who signed for it.', zh: '签收人。' }) })
  acknowledgedBy?: Ref;
  @Field(() => DateTime, { nullable: true, description: bilingual({ en: 'When it was relayed.', zh: '传达时间。' }) })
  relayedAt?: string;
  @Field(() => Ref, {
    nullable: true,
    description: bilingual({ en: 'The child that the relay made.', zh: '传达形成的部署。' }),
  })
  child?: Ref;
  @Field(() => String, { nullable: true, description: bilingual({ en: 'Why it was sent back.', zh: '退回理由。' }) })
  returnReason?: string;

  title!: string;
  directiveId!: Id<'directive'>;
  recipientId!: Id<'organisation'>;
  territoryPath!: TerritoryPath;
  orgs!: readonly Id<'organisation'>[];
}

/** A receipt belongs to its recipient and to the issuer of the directive. */
export const receiptCard: View<ReceiptCard, ReceiptEvent> = {
  name: 'receipt_card',
  version: 2,
  of: receiptEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ title }) => title },
  indexes: ['directiveId', 'recipientId', 'status'],
  on: {
    DirectiveDelivered: (
      card,
      { channel, deliveredAt, directiveId, title, textVersion, issuer, orgId, territoryPath, territoryLevel },
      { stream },
    ) => {
      const delivery = { channel, at: deliveredAt };
      if (card) return { ...card, deliveries: [...card.deliveries, delivery] };
      return {
        id: stream,
        directive: ref(directiveId),
        recipient: ref(orgId),
        inDevelopmentZone: territoryLevel === 'developmentZone',
        status: 'delivered',
        textVersion,
        deliveries: [delivery],
        title,
        directiveId,
        recipientId: orgId,
        territoryPath,
        orgs: [orgId, issuer.orgId],
      };
    },
    DirectiveAcknowledged: (card, _, { occurredAt, actorId }) =>
      card && { ...card, status: 'acknowledged', acknowledgedAt: occurredAt, acknowledgedBy: ref(actorId) },
    DirectiveReturned: (card, { reason }) => card && { ...card, status: 'returned', returnReason: reason },
    DirectiveRelayed: (card, { childId }, { occurredAt }) =>
      card && { ...card, status: 'relayed', relayedAt: occurredAt, child: ref(childId) },
  },
};
