import { by, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aDirective, anIssue, aRequest, knowing as around } from '../directive/directive.examples.js';
import { directive } from '../directive/directive.decider.js';
import type { DirectiveEvent } from '../directive/directive.events.js';
import { aClerk, CITY_Y, HQ_Y, the } from '../directives.examples.js';
import type { ReceiptCommand } from './receipt.commands.js';
import { receipt } from './receipt.decider.js';
import { aDelivery, anAcknowledgement, aReturn, knowing, LIMIT } from './receipt.examples.js';
import { closeTakenBack } from './receipt.policy.js';
import { acknowledgementLimit } from './receipt.timer.js';
import { receiptCard } from './views/receipt-card.view.js';

const sent = specification(directive, aClerk, around());
const about = { directive: sent(aDirective(), aRequest(), anIssue(CITY_Y)).state() };
const revoked = { type: 'DirectiveRevoked', data: { reason: '部署有误' } } as const satisfies DirectiveEvent;
const facts = {
  ...knowing(about.directive),
  CloseReceipt: { directive: sent(aDirective(), aRequest(), anIssue(CITY_Y), revoked).state() },
};
const given = specification(receipt, aClerk, facts);
const of = { directiveId: the('directive'), recipientId: HQ_Y.orgId };
const rule = (ruling: 'stands' | 'withdrawn', reason?: string): ReceiptCommand => ({
  type: 'RuleOnReturn',
  data: { ...of, ruling, reason },
});
const ruled = (ruling: 'stands' | 'withdrawn') =>
  ({ type: 'ReturnRuledOn', data: { ruling, reason: '职责明确' } }) as const;
const acknowledge = { type: 'AcknowledgeDirective', data: of } as const;
const closed = { type: 'ReceiptClosed', data: { because: 'revoked' } } as const;
const atY = { orgId: HQ_Y.orgId };

describe('F7: a directive that was sent back', () => {
  it.each(['stands', 'withdrawn'] as const)('is ruled on by a commander of the issuer, with a reason: %s', (ruling) => {
    given(aDelivery(), aReturn()).when(rule(ruling, '职责明确')).then(ruled(ruling));
    given(aDelivery(), aReturn()).when(rule(ruling)).thenRefused('REASON_MISSING', 'reason');
    given(aDelivery(), aReturn()).when(rule(ruling, '职责明确'), atY).thenRefused('NOT_THE_ISSUER');
    expect(receipt.commands.declared.RuleOnReturn.who).toEqual(['commander']);
  });

  it('is ruled on once, while it is returned', () => {
    for (const history of [[], [anAcknowledgement()], [aReturn(), ruled('stands')], [aReturn(), ruled('withdrawn')]]) {
      given(aDelivery(), ...history)
        .when(rule('stands', '职责明确'))
        .thenRefused('NOT_RETURNED');
    }
  });

  it('is to be signed for where the order stands, and may be sent back again', () => {
    given(aDelivery(), aReturn(), ruled('stands')).when(acknowledge, atY).then(anAcknowledgement());
    given(aDelivery(), aReturn(), ruled('stands'))
      .when({ type: 'ReturnDirective', data: { ...of, reason: '不属于本单位职责' } }, atY)
      .then(aReturn());
  });

  it('D4: has its time for signing anew where the order stands', () => {
    const state = given(aDelivery(), aReturn(), ruled('stands')).state();
    const dueAt = '2022-03-17T15:30:00.000Z';
    expect(state).toMatchObject({ is: 'delivered', acknowledgeBy: dueAt });
    const happening = { stream: the('receipt', 2) } as never;
    expect(acknowledgementLimit.due.ReturnRuledOn?.(ruled('stands').data, state, happening)).toMatchObject([
      { key: 'acknowledge', at: dueAt, ask: { command: { type: 'MissAcknowledgement', data: { dueAt } } } },
    ]);
    const withdrawn = given(aDelivery(), aReturn(), ruled('withdrawn')).state();
    expect(acknowledgementLimit.due.ReturnRuledOn?.(ruled('withdrawn').data, withdrawn, happening)).toEqual([]);
  });

  it('is ordered of nobody any more where it was withdrawn', () => {
    given(aDelivery(), aReturn(), ruled('withdrawn')).when(acknowledge, atY).thenRefused('ORDER_TAKEN_BACK');
  });

  it('shows what was said on the card', () => {
    const id = the('receipt', 2);
    const card = (ruling: 'stands' | 'withdrawn') =>
      rowsAfter(receiptCard, id, aDelivery(), aReturn(), ruled(ruling)).get(id);
    expect(card('stands')).toMatchObject({
      status: 'delivered',
      returnRuling: 'stands',
      returnRulingReason: '职责明确',
    });
    expect(card('withdrawn')).toMatchObject({ status: 'closed', closedBecause: 'withdrawn' });
  });
});

describe('W1: no act on a receipt is dated before the one that it answers', () => {
  const early = { occurredAt: '2022-03-17T11:27:59.999Z' };
  const noon = { occurredAt: '2022-03-17T12:00:00.000Z' };

  it('it is delivered and answered after it was issued', () => {
    const paper = { type: 'RecordDelivery', data: { ...of, channel: 'paper' } } as const;
    const back = { type: 'ReturnDirective', data: { ...of, reason: '不属于本单位职责' } } as const;
    given(aDelivery()).when(paper, early).thenRefused('OCCURRED_BEFORE', 'occurredAt');
    given(aDelivery())
      .when(acknowledge, { ...atY, ...early })
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
    given(aDelivery())
      .when(back, { ...atY, ...early })
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
  });

  it('it is passed on after it was signed for, and a return is ruled on after that', () => {
    const relay = { type: 'RelayDirective', data: { ...of, childId: the('directive', 8), recipients: [] } } as const;
    given(aDelivery(), by(noon, anAcknowledgement())).when(relay, atY).thenRefused('OCCURRED_BEFORE', 'occurredAt');
    given(aDelivery(), by(noon, aReturn()))
      .when(rule('stands', '职责明确'))
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
  });
});

describe('F7: a directive that was taken back', () => {
  it('asks each receipt to close', () => {
    const state = sent(aDirective(), aRequest(), anIssue(CITY_Y), revoked).state();
    const asks = closeTakenBack.on.DirectiveRevoked?.(revoked.data, state, { stream: the('directive') } as never);
    expect(asks).toMatchObject([
      { stream: CITY_Y.receiptId, command: { type: 'CloseReceipt', data: { because: 'revoked' } } },
    ]);
  });

  it('closes a receipt once, whatever had become of it', () => {
    const close = { type: 'CloseReceipt', data: { because: 'revoked' } } as const;
    for (const history of [[], [anAcknowledgement()], [aReturn()]])
      given(aDelivery(), ...history)
        .when(close)
        .then(closed);
    given(aDelivery(), closed).when(close).then();
    given(aDelivery()).when(close, {}, { CloseReceipt: about }).thenRefused('ORDER_STANDS');
    given(aDelivery())
      .when({ type: 'CloseReceipt', data: { because: 'withdrawn' } })
      .thenRefused('ORDER_STANDS');
    given().when(close).thenRefused('NOT_DELIVERED');
  });

  it('is delivered no more, and misses nothing', () => {
    given(aDelivery(), closed)
      .when({ type: 'RecordDelivery', data: { ...of, channel: 'paper' } })
      .thenRefused('ORDER_TAKEN_BACK');
    given(aDelivery(), closed)
      .when({ type: 'MissAcknowledgement', data: { dueAt: LIMIT } })
      .then();
  });

  it('is neither signed for nor passed on any more, from the moment at which it was taken back', () => {
    const taken = { directive: sent(aDirective(), aRequest(), anIssue(CITY_Y), revoked).state() };
    const late = { ...facts, AcknowledgeDirective: taken, RelayDirective: { ...facts.RelayDirective, ...taken } };
    given(aDelivery()).when(acknowledge, atY, late).thenRefused('ORDER_TAKEN_BACK');
    const relay: ReceiptCommand = {
      type: 'RelayDirective',
      data: { ...of, childId: the('directive', 8), recipients: [] },
    };
    given(aDelivery(), anAcknowledgement()).when(relay, atY, late).thenRefused('ORDER_TAKEN_BACK');
    given(aDelivery(), anAcknowledgement(), closed).when(relay, atY).thenRefused('ORDER_TAKEN_BACK');
    expect(rowsAfter(receiptCard, the('receipt', 2), aDelivery(), closed).get(the('receipt', 2))?.closedBecause).toBe(
      'revoked',
    );
  });
});
