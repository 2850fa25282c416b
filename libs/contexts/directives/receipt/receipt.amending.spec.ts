import { aHappening, by, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { directive } from '../directive/directive.decider.js';
import { aDirective, anAmendment, anIssue, aRequest, knowing as around } from '../directive/directive.examples.js';
import { aClerk, CITY_Y, HQ_J, HQ_Y, the } from '../directives.examples.js';
import type { ReceiptCommand } from './receipt.commands.js';
import { receipt } from './receipt.decider.js';
import type { ReceiptEvent } from './receipt.events.js';
import { aDelivery, anAcknowledgement, aReturn, knowing, LIMIT } from './receipt.examples.js';
import { deliverIssued } from './receipt.policy.js';
import { acknowledgementLimit } from './receipt.timer.js';
import { receiptCard } from './views/receipt-card.view.js';

const deliveredAt = '2022-03-18T01:00:00.000Z';
const issued = [aDirective(), aRequest(), anIssue(CITY_Y)] as const;
const ordered = specification(directive, aClerk, around());
const amended = ordered(...issued, anAmendment({ amendedAt: deliveredAt })).state();
const given = specification(receipt, { ...aClerk, orgId: HQ_Y.orgId }, knowing(amended));
const of = { directiveId: the('directive'), recipientId: HQ_Y.orgId };
const reissue = { directiveId: the('directive'), textVersion: 2 };
const delivered = { type: 'AmendmentDelivered', data: { textVersion: 2, deliveredAt } } as const satisfies ReceiptEvent;
const signed2 = { type: 'DirectiveAcknowledged', data: { textVersion: 2 } } as const;
const relayed = {
  type: 'DirectiveRelayed',
  data: { childId: the('directive', 8), issuer: HQ_Y, recipients: [CITY_Y] },
} as const satisfies ReceiptEvent;
const ruled = (ruling: 'stands' | 'amend' | 'withdrawn') =>
  ({ type: 'ReturnRuledOn', data: { ruling, reason: '职责明确' } }) as const satisfies ReceiptEvent;
const acknowledge = (textVersion?: number): ReceiptCommand => ({
  type: 'AcknowledgeDirective',
  data: { ...of, textVersion },
});
const then = { occurredAt: '2022-03-18T02:00:00.000Z' };
const id = the('receipt', 2);

describe('D1: an amended text at its recipient', () => {
  it('is delivered to each recipient, and to nobody else', () => {
    const asks = deliverIssued.on.DirectiveAmended?.(
      anAmendment({ amendedAt: deliveredAt }).data,
      amended,
      aHappening(the('directive')),
    );
    expect(asks).toEqual([
      { decider: receipt, stream: CITY_Y.receiptId, command: { type: 'DeliverAmendment', data: reissue } },
    ]);
  });

  it('is signed for anew by whoever had signed for the former one, as a whole', () => {
    for (const history of [[], [anAcknowledgement()], [anAcknowledgement(), relayed]]) {
      given(aDelivery(), ...history)
        .when({ type: 'DeliverAmendment', data: reissue })
        .then(delivered);
      given(aDelivery(), ...history, delivered)
        .when(acknowledge(), then)
        .then(signed2);
    }
    given(aDelivery(), anAcknowledgement(), delivered, signed2)
      .when(acknowledge(), then)
      .thenRefused('ALREADY_ACKNOWLEDGED');
  });

  it('is not signed for unread, by somebody who has the former text before them', () => {
    given(aDelivery(), delivered).when(acknowledge(1), then).thenRefused('OTHER_TEXT_VERSION', 'textVersion');
    given(aDelivery(), delivered).when(acknowledge(2), then).then(signed2);
  });

  it('stays passed on where the former one was, and is not passed on twice', () => {
    const state = given(aDelivery(), anAcknowledgement(), relayed, delivered, signed2).state();
    expect(state).toMatchObject({ is: 'relayed', relay: { childId: the('directive', 8) } });
    const relay = { type: 'RelayDirective', data: { ...of, childId: the('directive', 9), recipients: [] } } as const;
    given(aDelivery(), anAcknowledgement(), relayed, delivered).when(relay, then).thenRefused('ALREADY_RELAYED');
  });

  it('D4: has its own time, and what became of the former text stays', () => {
    const state = given(aDelivery(), anAcknowledgement(), by({ recordedAt: then.occurredAt }, delivered)).state();
    const dueAt = '2022-03-18T05:00:00.000Z';
    expect(state).toMatchObject({ is: 'delivered', acknowledgeBy: dueAt });
    expect(acknowledgementLimit.due.AmendmentDelivered?.(delivered.data, state, aHappening(id))).toMatchObject([
      { key: 'acknowledge', at: dueAt },
    ]);
    const missed = { type: 'AcknowledgementMissed', data: { dueAt: LIMIT } } as const;
    const card = rowsAfter(receiptCard, id, aDelivery(), missed, anAcknowledgement(), delivered).get(id);
    expect(card).toMatchObject({ status: 'delivered', textVersion: 2, missed: false, acknowledgeBy: dueAt });
    expect(card?.acknowledgedAt).toBeUndefined();
    expect(card?.formerVersions).toMatchObject([{ textVersion: 1, acknowledgedBy: { id: expect.any(String) } }]);
    const late = rowsAfter(receiptCard, id, aDelivery(), missed, delivered).get(id);
    expect(late?.formerVersions).toEqual([{ textVersion: 1, acknowledgementMissedAt: LIMIT }]);
  });

  it('comes once, in its order, and only as the directive was amended', () => {
    const deliver = { type: 'DeliverAmendment', data: reissue } as const;
    given(aDelivery(), delivered).when(deliver).then();
    given(aDelivery(), { type: 'ReceiptClosed', data: { because: 'revoked' } })
      .when(deliver)
      .then();
    given().when(deliver).thenRefused('NOT_DELIVERED');
    given(aDelivery())
      .when({ ...deliver, data: { ...reissue, textVersion: 3 } })
      .thenRefused('NOT_AMENDED_SO');
    given(aDelivery())
      .when({ ...deliver, data: { ...reissue, directiveId: the('directive', 5) } })
      .thenRefused('NOT_AMENDED_SO');
  });

  it('D1: is delivered as of the moment that the record of the directive states', () => {
    const statedAt = '2022-03-18T00:30:00.000Z';
    const record = ordered(...issued, by({ recordedAt: deliveredAt }, anAmendment({ amendedAt: statedAt }))).state();
    given(aDelivery())
      .when({ type: 'DeliverAmendment', data: reissue }, {}, { DeliverAmendment: { directive: record } })
      .then({ ...delivered, data: { ...delivered.data, deliveredAt: statedAt } });
  });
});

describe('F7: what was sent back may lead to an amendment', () => {
  const rule = (ruling: 'stands' | 'amend' | 'withdrawn'): ReceiptCommand => ({
    type: 'RuleOnReturn',
    data: { ...of, ruling, reason: '职责明确' },
  });
  const byJ = { orgId: HQ_J.orgId };

  it('is ruled to be amended, waits for that, and is signed for then', () => {
    given(aDelivery(), aReturn()).when(rule('amend'), byJ).then(ruled('amend'));
    given(aDelivery(), aReturn(), ruled('amend')).when(acknowledge(), then).thenRefused('ALREADY_RETURNED');
    given(aDelivery(), aReturn(), ruled('amend'), delivered).when(acknowledge(), then).then(signed2);
    const card = rowsAfter(receiptCard, id, aDelivery(), aReturn(), ruled('amend'));
    expect(card.get(id)).toMatchObject({ status: 'returned', returnRuling: 'amend' });
    expect(rowsAfter(receiptCard, id, aDelivery(), aReturn(), ruled('amend'), delivered).get(id)?.status).toBe(
      'delivered',
    );
  });

  it('is not said to stand after an amendment was promised, but may be withdrawn', () => {
    for (const again of ['stands', 'amend'] as const) {
      given(aDelivery(), aReturn(), ruled('amend')).when(rule(again), byJ).thenRefused('AMENDMENT_PROMISED', 'ruling');
    }
    given(aDelivery(), aReturn(), ruled('amend')).when(rule('withdrawn'), byJ).then(ruled('withdrawn'));
  });

  it('still waits for its answer when the text is amended meanwhile', () => {
    const state = given(aDelivery(), aReturn(), delivered).state();
    expect(state).toMatchObject({ is: 'returned', held: { textVersion: 2 } });
    expect(acknowledgementLimit.due.AmendmentDelivered?.(delivered.data, state, aHappening(id))).toEqual([]);
    expect(rowsAfter(receiptCard, id, aDelivery(), aReturn(), delivered).get(id)?.status).toBe('returned');
    given(aDelivery(), aReturn(), delivered, ruled('stands')).when(acknowledge(), then).then(signed2);
  });
});
