import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aClerk, CITY_Y, HQ_J, HQ_Y, ownerOfRow, the, ZONE } from '../../directives.examples.js';
import { aDelivery, aMiss, anAcknowledgement, aReturn, LIMIT } from '../receipt.examples.js';
import { cascadeView } from '../../cascade/views/cascade.view.js';
import type { ReceiptEvent } from '../receipt.events.js';
import { receiptCard } from './receipt-card.view.js';

const relayed = {
  type: 'DirectiveRelayed',
  data: { childId: the('directive', 8), issuer: HQ_Y, recipients: [ZONE] },
} satisfies ReceiptEvent;

describe('a receipt’s card', () => {
  const id = CITY_Y.receiptId;

  it('keeps each way of delivery, and belongs to its recipient and the issuer', () => {
    const attended = aDelivery({ channel: 'attendance', deliveredAt: '2022-03-17T11:00:00.000Z' });
    const card = rowsAfter(receiptCard, id, aDelivery(), attended).get(id);
    expect(card).toMatchObject({
      status: 'delivered',
      inDevelopmentZone: false,
      deliveries: [
        { channel: 'system', at: aClerk.occurredAt },
        { channel: 'attendance', at: '2022-03-17T11:00:00.000Z' },
      ],
    });
    expect(card).not.toHaveProperty('acknowledgedAt');
    expect(ownerOfRow(receiptCard, card)).toEqual({ territory: HQ_Y.territoryPath, orgs: [HQ_Y.orgId, HQ_J.orgId] });
  });

  it('names who signed for it, and the child that a relay made', () => {
    const card = rowsAfter(
      receiptCard,
      id,
      aDelivery(),
      { ...anAcknowledgement(), at: { actorId: the('person', 5) } },
      relayed,
    );
    expect(card.get(id)).toMatchObject({
      status: 'relayed',
      acknowledgedBy: { id: the('person', 5) },
      child: { id: the('directive', 8) },
    });
  });

  it('D4: says until when it is to be acknowledged, which no second delivery puts off', () => {
    const attended = aDelivery({ channel: 'attendance', deliveredAt: '2022-03-17T14:00:00.000Z' });
    const card = rowsAfter(receiptCard, id, aDelivery(), attended).get(id);
    expect(card).toMatchObject({ acknowledgeBy: LIMIT, missed: false });
    expect(rowsAfter(receiptCard, id, aDelivery({ urgency: 'ordinary' })).get(id)?.acknowledgeBy).toBeUndefined();
  });

  it.each([anAcknowledgement(), aReturn(), relayed])(
    'D4: keeps that the limit was missed as the receipt does: $type',
    (answer) => {
      const past = (recordedAt: string) => [aDelivery(), aMiss(), { ...answer, at: { recordedAt } }] as const;
      const late = '2022-03-17T15:30:00.001Z';
      expect(rowsAfter(receiptCard, id, aDelivery(), aMiss()).get(id)).toMatchObject({
        status: 'delivered',
        acknowledgementMissedAt: LIMIT,
        missed: true,
      });
      for (const [recordedAt, missed] of [
        [LIMIT, undefined],
        [late, LIMIT],
      ] as const) {
        const card = rowsAfter(receiptCard, id, ...past(recordedAt)).get(id);
        const row = rowsAfter(cascadeView, id, ...past(recordedAt)).get(id);
        expect(card).toMatchObject({ missed: missed !== undefined });
        expect([card?.acknowledgementMissedAt, row?.of === 'receipt' && row.missed]).toEqual([missed, missed]);
      }
    },
  );

  it('says why it was sent back, and that a zone is a recipient', () => {
    const { receiptId, ...zone } = ZONE;
    const returned = { type: 'DirectiveReturned', data: { reason: '不属于本单位职责' } } as const;
    const card = rowsAfter(receiptCard, receiptId, aDelivery(zone), returned).get(receiptId);
    expect(card).toMatchObject({ status: 'returned', returnReason: '不属于本单位职责', inDevelopmentZone: true });
  });
});
