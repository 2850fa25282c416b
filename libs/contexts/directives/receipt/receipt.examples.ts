import type { DataOf } from '#kernel';
import { aClerk, CITY_Y, HQ_J, message, ORGANISATIONS, the } from '../directives.examples.js';
import type { DirectiveState } from '../directive/directive.standing.js';
import type { ReceiptFacts } from './receipt.decider.js';
import type { ReceiptEvent } from './receipt.events.js';
import { handedOver } from './receipt.owed.js';

/** What each command knows of the directive, the same for all of them. */
export const knowing = (directive: DirectiveState): ReceiptFacts => {
  const about = { directive };
  return {
    DeliverDirective: handedOver(the('directive'), directive, CITY_Y.receiptId),
    ...{ CloseReceipt: about, DeliverAmendment: about, RecordDelivery: about, AcknowledgeDirective: about },
    ...{ ReturnDirective: about, RuleOnReturn: about, RelayDirective: { ...about, organisations: ORGANISATIONS } },
  };
};

export const aDelivery = (data: Partial<DataOf<ReceiptEvent, 'DirectiveDelivered'>> = {}) => {
  const { receiptId: _, ...to } = CITY_Y;
  return message('DirectiveDelivered' as const, {
    channel: 'system' as const,
    deliveredAt: aClerk.occurredAt,
    directiveId: the('directive'),
    title: '关于压实四方责任的部署',
    textVersion: 1,
    urgency: 'urgent' as const,
    issuer: HQ_J,
    ...to,
    ...data,
  });
};

export const anAcknowledgement = () => message('DirectiveAcknowledged' as const, { textVersion: 1 });

/** Four hours after the delivery of what is urgent. */
export const LIMIT = '2022-03-17T15:30:00.000Z';

export const aMiss = (dueAt = LIMIT) => message('AcknowledgementMissed' as const, { dueAt });

export const aReturn = () => message('DirectiveReturned' as const, { reason: '不属于本单位职责' });
