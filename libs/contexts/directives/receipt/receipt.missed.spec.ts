import type { Act } from '#kernel';
import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { directive } from '../directive/directive.decider.js';
import { aClerk, COUNTY_K1, HQ_Y, the } from '../directives.examples.js';
import { aDelivery, aMiss, anAcknowledgement, aReturn, knowing, LIMIT } from './receipt.examples.js';
import type { ReceiptCommand } from './receipt.commands.js';
import { receipt } from './receipt.decider.js';
import type { ReceiptEvent } from './receipt.events.js';

const facts = knowing(directive.initial);
const [BEFORE, AFTER] = ['2022-03-17T15:29:59.999Z', '2022-03-17T15:30:00.001Z'];
const miss = { type: 'MissAcknowledgement', data: { dueAt: LIMIT } } as const satisfies ReceiptCommand;
const acknowledge: ReceiptCommand = {
  type: 'AcknowledgeDirective',
  data: { directiveId: the('directive'), recipientId: HQ_Y.orgId },
};
const aRelay = (): ReceiptEvent => ({
  type: 'DirectiveRelayed',
  data: { childId: the('directive', 8), issuer: HQ_Y, recipients: [COUNTY_K1] },
});

describe('D4: a receipt whose limit passes', () => {
  const given = specification(receipt, { ...aClerk, orgId: HQ_Y.orgId, occurredAt: LIMIT }, facts);
  const missedIn = (...events: readonly (ReceiptEvent & { readonly act?: Partial<Act> })[]) => {
    const state = given(...events).state();
    return state.is === 'new' ? undefined : state.missed;
  };

  it('is marked by the system, once', () => {
    given(aDelivery()).when(miss).then(aMiss());
    given(aDelivery(), aMiss()).when(miss).then();
    expect(receipt.commands.declared.MissAcknowledgement.who).toEqual(['system']);
  });

  it('D4: is not marked for another limit than its own, nor before that passes, whoever says so', () => {
    const said = (dueAt: string) => ({ ...miss, data: { dueAt } });
    given(aDelivery()).when(said(AFTER), { occurredAt: AFTER }).thenRefused('LIMIT_NOT_PASSED', 'dueAt');
    given(aDelivery()).when(said(BEFORE)).thenRefused('LIMIT_NOT_PASSED', 'dueAt');
    given(aDelivery()).when(miss, { occurredAt: BEFORE }).thenRefused('LIMIT_NOT_PASSED', 'dueAt');
    given(aDelivery({ urgency: 'ordinary' }))
      .when(miss)
      .thenRefused('LIMIT_NOT_PASSED', 'dueAt');
  });

  it('is not there before it is delivered', () => {
    given().when(miss).thenRefused('NOT_DELIVERED');
    expect(receipt.owner(receipt.initial, { ...miss, facts: undefined })).toBeUndefined();
  });

  it.each([BEFORE, LIMIT])('is not marked when it was answered at %s, by whatever act', (occurredAt) => {
    for (const answer of [anAcknowledgement(), aReturn(), aRelay()]) {
      given(aDelivery(), by({ occurredAt }, answer)).when(miss).then();
    }
  });

  it('W3: is marked when its answer was recorded after the limit, whatever moment the answer claims', () => {
    for (const answer of [anAcknowledgement(), aReturn(), aRelay()]) {
      given(aDelivery(), by({ occurredAt: BEFORE, recordedAt: AFTER }, answer))
        .when(miss)
        .then(aMiss());
      expect(missedIn(aDelivery(), aMiss(), by({ occurredAt: BEFORE, recordedAt: AFTER }, answer))).toBe(LIMIT);
    }
  });

  it('is marked when its answer came before the mark, and is dated after the limit', () => {
    for (const answer of [anAcknowledgement(), aReturn(), aRelay()]) {
      given(aDelivery(), by({ occurredAt: AFTER }, answer))
        .when(miss)
        .then(aMiss());
    }
  });

  it('is not marked for a late relay of what was acknowledged in time', () => {
    given(aDelivery(), by({ occurredAt: BEFORE }, anAcknowledgement()), by({ occurredAt: AFTER }, aRelay()))
      .when(miss)
      .then();
  });

  it('can still be acknowledged, and stays marked', () => {
    given(aDelivery(), aMiss()).when(acknowledge, { occurredAt: AFTER }).then(anAcknowledgement());
    expect(missedIn(aDelivery(), aMiss(), by({ occurredAt: AFTER }, anAcknowledgement()))).toBe(LIMIT);
  });

  it('is no longer marked by what was done in time and recorded later', () => {
    for (const answer of [anAcknowledgement(), aReturn(), aRelay()]) {
      const answered = [aDelivery(), aMiss(), by({ occurredAt: LIMIT }, answer)] as const;
      expect(missedIn(...answered)).toBeUndefined();
      given(...answered)
        .when(miss)
        .then();
    }
  });
});
