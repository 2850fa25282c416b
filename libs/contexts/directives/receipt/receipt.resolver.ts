import { type Actor, WITHIN_REACH } from '#access';
import { bilingual, type Id } from '#kernel';
import { idBetween, newId } from '#platform/decide';
import {
  IdArg,
  listOf,
  LookArgs,
  looking,
  MayAsk,
  mutationsOf,
  narrowed,
  objectTypeOf,
  Viewer,
  viewerCanOn,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ReceiptConnection, receiptList, ReceiptsArgs } from './receipt.args.js';
import { receiptCommands, type Between } from './receipt.commands.js';
import { receipt } from './receipt.decider.js';
import { receiptCard } from './views/receipt-card.view.js';
import { receiptRow } from './views/receipt.row.js';

const Receipt = objectTypeOf(receiptRow);

/** What is asked of the receipt that stands between these two. */
const between = <D extends Between>(data: D) => ({
  data,
  stream: idBetween('receipt', data.directiveId, data.recipientId),
});

const Mutations = mutationsOf(receiptCommands, receipt, {
  RecordDelivery: (asked) => between(asked),
  AcknowledgeDirective: ({ directiveId, recipientId, textVersion }, { actor }) =>
    between({ directiveId, recipientId: recipientId ?? actor.orgId, textVersion }),
  ReturnDirective: ({ directiveId, recipientId, reason }, { actor }) =>
    between({ directiveId, recipientId: recipientId ?? actor.orgId, reason }),
  RuleOnReturn: (asked) => between(asked),
  RelayDirective: ({ directiveId, recipientIds }, { actor, occasion }) => {
    const childId = newId('directive', occasion);
    const recipients = recipientIds.map((orgId) => ({ orgId, receiptId: idBetween('receipt', childId, orgId) }));
    return between({ directiveId, recipientId: actor.orgId, childId, recipients });
  },
});

export const ReceiptViewerCan = viewerCanOn({ type: Receipt, decider: receipt, streamOf: ({ id }) => id });

@Resolver(() => Receipt)
export class ReceiptResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Receipt, { nullable: true, description: bilingual({ en: 'One receipt.', zh: '一份签收单。' }) })
  receipt(
    @IdArg('id', 'receipt', { en: 'Which receipt.', zh: '签收单编号。' }) id: Id<'receipt'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(receiptCard, id, looking(viewer, look));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => ReceiptConnection, { description: bilingual({ en: 'Receipts.', zh: '签收单列表。' }) })
  receipts(@Args() args: ReceiptsArgs, @Viewer() viewer: Actor) {
    const { directiveId, recipientId, status, missed } = args;
    const page = narrowed(receiptList, args, viewer, { directiveId, recipientId, status, missed });
    return listOf(this.views, receiptCard, page, looking(viewer, args));
  }
}
