import { anId, anInstant, eventsOf, fact, oneOf, personal, type DataOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { issuerShape } from '../content/content.schema.js';
import { URGENCIES } from '../content/content.words.js';
import { recipientShape } from '../content/recipients.js';
import { CHANNELS, CLOSINGS, RETURN_RULINGS } from './receipt.words.js';

const { receiptId: _, ...recipient } = recipientShape.shape;

/** Every fact that a `receipt-…` stream can hold: what becomes of one directive at one organisation. */
export const receiptEvents = eventsOf('receipt', {
  DirectiveDelivered: fact(
    'Directive delivered',
    '部署已送达',
    {
      channel: oneOf(CHANNELS.words),
      deliveredAt: anInstant(),
      directiveId: anId('directive'),
      title: z.string().min(1),
      textVersion: z.int().min(1),
      issuer: issuerShape,
      ...recipient,
      urgency: oneOf(URGENCIES.words).optional(),
    },
    // Version 1 does not say how urgent it is, and is read as it stands: nobody was told of a limit.
    { version: 2, upgrade: { 1: (old) => old } },
  ),
  DirectiveAcknowledged: fact('Directive acknowledged', '部署已签收', { textVersion: z.int().min(1) }),
  AcknowledgementMissed: fact('Acknowledgement missed', '逾期未签收', { dueAt: anInstant() }),
  DirectiveReturned: fact('Directive returned', '部署已退回', { reason: personal() }),
  ReturnRuledOn: fact('Return ruled on', '退回已批复', { ruling: oneOf(RETURN_RULINGS.words), reason: personal() }),
  /** Another version of the text, which is to be signed for anew. */
  AmendmentDelivered: fact('Amendment delivered', '修订已送达', {
    textVersion: z.int().min(2),
    deliveredAt: anInstant(),
  }),
  ReceiptClosed: fact('Receipt closed', '签收单已终止', { because: oneOf(CLOSINGS.words) }),
  DirectiveRelayed: fact('Directive relayed', '部署已传达', {
    childId: anId('directive'),
    issuer: issuerShape,
    recipients: z.array(recipientShape).min(1),
  }),
});

export type ReceiptEvent = EventOf<typeof receiptEvents>;
export type Delivery = DataOf<ReceiptEvent, 'DirectiveDelivered'>;
