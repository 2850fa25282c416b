import type { Actor } from '#access';
import { bilingual, type Id } from '#kernel';
import { Decide, idBetween, newId } from '#platform/decide';
import {
  Asking,
  connection,
  IdArg,
  LookArgs,
  looking,
  Outcome,
  outcome,
  paging,
  reasonApart,
  Speaking,
  Viewer,
  type Asked,
  type Language,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { cascadeRows, pageOfHops } from './cascade.loader.js';
import { CascadeArgs, CascadeHopConnection, ReceiptConnection, ReceiptsArgs } from './directives.args.js';
import { receipt, type ReceiptCommand } from './receipt.decider.js';
import { aroundReceipt } from './receipt.facts.js';
import {
  AcknowledgeDirectiveInput,
  RecordDeliveryInput,
  RelayDirectiveInput,
  ReturnDirectiveInput,
} from './receipts.input.js';
import { cascade } from './views/cascade.js';
import { hopShown } from './views/cascade-hop.js';
import { ReceiptCard, receiptCard } from './views/receipt-card.view.js';

/** Whose receipt of which directive. */
interface About {
  readonly directiveId: Id<'directive'>;
  readonly recipientId?: Id<'organisation'>;
}

@Resolver(() => ReceiptCard)
export class ReceiptResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {}

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Records who attended or got paper.', zh: '登记送达（参会或纸质）。' }),
  })
  recordDelivery(@Args('input') input: RecordDeliveryInput, @Asking() asked: Asked) {
    return this.decide(input, { type: 'RecordDelivery', data: { channel: input.channel } }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Signs for a directive.', zh: '签收部署。' }) })
  acknowledgeDirective(@Args('input') input: AcknowledgeDirectiveInput, @Asking() asked: Asked) {
    return this.decide(input, { type: 'AcknowledgeDirective', data: {} }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Sends a directive back, with a reason.', zh: '退回部署（须说明理由）。' }),
  })
  returnDirective(@Args('input') input: ReturnDirectiveInput, @Asking() asking: Asked) {
    const { reason, asked } = reasonApart(asking);
    return this.decide(input, { type: 'ReturnDirective', data: { reason } }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Passes a directive on, unchanged.', zh: '原文传达部署。' }),
  })
  relayDirective(@Args('input') { directiveId, recipientIds }: RelayDirectiveInput, @Asking() asked: Asked) {
    const childId = newId('directive', asked.occasion);
    const recipients = recipientIds.map((orgId) => ({ orgId, receiptId: idBetween('receipt', childId, orgId) }));
    return this.decide({ directiveId }, { type: 'RelayDirective', data: { childId, recipients } }, asked);
  }

  @Query(() => ReceiptCard, { nullable: true, description: bilingual({ en: 'One receipt.', zh: '一份签收单。' }) })
  receipt(
    @IdArg('id', 'receipt', { en: 'Which receipt.', zh: '签收单编号。' }) id: Id<'receipt'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(receiptCard, id, looking(viewer, look));
  }

  @Query(() => ReceiptConnection, { description: bilingual({ en: 'Receipts.', zh: '签收单列表。' }) })
  async receipts(@Args() args: ReceiptsArgs, @Viewer() viewer: Actor) {
    const { directiveId, recipientId, status } = args;
    const page = paging<ReceiptCard>(args, { directiveId, recipientId, status });
    return connection(await this.views.page(receiptCard, page, looking(viewer, args)));
  }

  @Query(() => CascadeHopConnection, {
    description: bilingual({
      en: 'The way of a directive down the levels, depth first.',
      zh: '部署逐级传达情况（深度优先）。',
    }),
  })
  async cascade(@Args() args: CascadeArgs, @Viewer() viewer: Actor, @Speaking() language: Language) {
    const { directiveId } = args;
    const rows = await cascadeRows(this.views, directiveId, looking(viewer, args));
    const hops = cascade(directiveId, rows).map((hop) => hopShown(hop, language));
    return connection(pageOfHops(hops, args));
  }

  private async decide({ directiveId, recipientId }: About, command: ReceiptCommand, asked: Asked) {
    const to = recipientId ?? asked.actor.orgId;
    const id = idBetween('receipt', directiveId, to);
    const decide = new Decide(receipt, id, command, asked, aroundReceipt(directiveId, to));
    return outcome(await this.bus.execute(decide), asked.language);
  }
}
