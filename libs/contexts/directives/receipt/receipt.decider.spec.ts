import { anId } from '#kernel';
import { keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { directive } from '../directive/directive.decider.js';
import { aClerk, CITY_Y, COUNTY_K1, HQ_J, HQ_Y, the } from '../directives.examples.js';
import { aDelivery, anAcknowledgement, knowing } from './receipt.examples.js';
import { aDirective, anIssue, aRequest, knowing as around } from '../directive/directive.examples.js';
import { recipientShape } from '../content/recipients.js';
import type { ReceiptCommand } from './receipt.commands.js';
import { receipt } from './receipt.decider.js';

const issued = specification(directive, aClerk, around())(aDirective(), aRequest(), anIssue(CITY_Y)).state();
const facts = knowing(issued);
const atY = { orgId: HQ_Y.orgId };
const ofY = { directiveId: the('directive'), recipientId: HQ_Y.orgId };

const acknowledge = { type: 'AcknowledgeDirective', data: ofY } as const satisfies ReceiptCommand;
const sendBack = (reason?: string): ReceiptCommand => ({ type: 'ReturnDirective', data: { ...ofY, reason } });
const relay = (...to: readonly (typeof COUNTY_K1)[]): ReceiptCommand => ({
  type: 'RelayDirective',
  data: { ...ofY, childId: the('directive', 8), recipients: to.map(({ orgId, receiptId }) => ({ orgId, receiptId })) },
});

describe('a receipt', () => {
  const between = z.object({ directiveId: anId('directive'), recipientId: anId('organisation') });
  const addressees = z.array(recipientShape.pick({ orgId: true, receiptId: true }));
  keepsTheLaws(receipt, {
    AcknowledgeDirective: valuesOf(between.extend({ textVersion: z.int().optional() })),
    ReturnDirective: valuesOf(between.extend({ reason: z.string().optional() })),
    RelayDirective: valuesOf(between.extend({ childId: anId('directive'), recipients: addressees })),
  });
  const given = specification(receipt, { ...aClerk, ...atY }, facts);

  it('begins when the system delivers', () => {
    const deliver = { type: 'DeliverDirective', data: { directiveId: the('directive') } } as const;
    given().when(deliver).then(aDelivery());
    given(aDelivery()).when(deliver).thenRefused('ALREADY_DELIVERED');
    given().when(deliver, {}, { DeliverDirective: undefined }).thenRefused('NOT_ISSUED_SO');
    expect(receipt.commands.declared.DeliverDirective.who).toEqual(['system']);
  });

  it('says how urgent it is each time that it is delivered, where its first delivery did', () => {
    const attended = { type: 'RecordDelivery', data: { ...ofY, channel: 'attendance' } } as const;
    for (const urgency of ['extraUrgent', undefined] as const) {
      given(aDelivery({ urgency }))
        .when(attended, { orgId: HQ_J.orgId })
        .then(aDelivery({ urgency, channel: 'attendance' }));
    }
  });

  it('is acknowledged by the recipient, for the whole text version', () => {
    given(aDelivery()).when(acknowledge).then(anAcknowledgement());
    given(aDelivery(), anAcknowledgement()).when(acknowledge).thenRefused('ALREADY_ACKNOWLEDGED');
  });

  it('is acknowledged by nobody else', () => {
    given(aDelivery()).when(acknowledge, { orgId: HQ_J.orgId }).thenRefused('NOT_THE_RECIPIENT');
    given()
      .when({ ...acknowledge, data: { ...ofY, recipientId: COUNTY_K1.orgId } }, { orgId: COUNTY_K1.orgId })
      .thenRefused('NOT_THE_RECIPIENT');
  });

  it('is not acknowledged before it is delivered', () => {
    given().when(acknowledge).thenRefused('NOT_DELIVERED');
  });

  it('is returned with a reason, instead of being acknowledged', () => {
    given(aDelivery())
      .when(sendBack('不属于本单位职责'))
      .then({ type: 'DirectiveReturned', data: { reason: '不属于本单位职责' } });
    given(aDelivery()).when(sendBack()).thenRefused('REASON_MISSING', 'reason');
    given(aDelivery()).when(sendBack('')).thenRefused('REASON_MISSING', 'reason');
    given(aDelivery(), anAcknowledgement()).when(sendBack('不属于')).thenRefused('ALREADY_ACKNOWLEDGED');
    given(aDelivery(), { type: 'DirectiveReturned', data: { reason: '不属于' } })
      .when(acknowledge)
      .thenRefused('ALREADY_RETURNED');
  });

  it('is relayed once, after it was acknowledged, to bodies that are there', () => {
    const relayed = {
      type: 'DirectiveRelayed',
      data: { childId: the('directive', 8), issuer: HQ_Y, recipients: [COUNTY_K1] },
    } as const;
    given(aDelivery(), anAcknowledgement())
      .when(relay(COUNTY_K1))
      .then({ ...relayed, data: { ...relayed.data, recipients: [COUNTY_K1] } });
    given(aDelivery()).when(relay(COUNTY_K1)).thenRefused('NOT_ACKNOWLEDGED');
    given(aDelivery(), anAcknowledgement()).when(relay()).thenRefused('NO_RECIPIENTS', 'recipientIds');
    given(aDelivery(), anAcknowledgement())
      .when(relay(COUNTY_K1), { orgId: HQ_J.orgId })
      .thenRefused('NOT_THE_RECIPIENT');
    given(aDelivery(), anAcknowledgement(), {
      type: 'DirectiveRelayed',
      data: { ...relayed.data, recipients: [COUNTY_K1] },
    })
      .when(relay(COUNTY_K1))
      .thenRefused('ALREADY_RELAYED');
  });
});

describe('C4: attendance counts as delivery, never as acknowledgement', () => {
  const given = specification(receipt, aClerk, facts);
  const attended: ReceiptCommand = { type: 'RecordDelivery', data: { ...ofY, channel: 'attendance' } };

  it('the issuing body records who was there, once', () => {
    given(aDelivery())
      .when(attended)
      .then(aDelivery({ channel: 'attendance' }));
    given(aDelivery()).when(attended, atY).thenRefused('NOT_THE_ISSUER');
    given(aDelivery(), aDelivery({ channel: 'attendance' }))
      .when(attended)
      .thenRefused('ALREADY_DELIVERED', 'channel');
  });

  it('who was there still has to sign', () => {
    given(aDelivery(), aDelivery({ channel: 'attendance' }))
      .when(relay(COUNTY_K1), atY)
      .thenRefused('NOT_ACKNOWLEDGED');
    given(aDelivery(), aDelivery({ channel: 'attendance' }))
      .when(acknowledge, atY)
      .then(anAcknowledgement());
  });
});
