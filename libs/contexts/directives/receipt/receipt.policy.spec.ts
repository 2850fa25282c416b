import { idOf, uuidOf, type Id, type Message, type Own } from '#kernel';
import { aHappening, aLog } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent } from '../content/content.examples.js';
import { directive } from '../directive/directive.decider.js';
import { aDirective, anAmendment, anIssue, aRequest } from '../directive/directive.examples.js';
import type { DirectiveState } from '../directive/directive.standing.js';
import { directiveStream } from '../directive/directive.state.js';
import { aClerk, CITY_Y, COUNTY_K1, HQ_Y, the, ZONE } from '../directives.examples.js';
import { receipt } from './receipt.decider.js';
import { aDelivery, anAcknowledgement } from './receipt.examples.js';
import { deliverIssued, issueRelayed } from './receipt.policy.js';
import { receiptStream, type ReceiptState } from './receipt.state.js';

const issued = [aDirective(), aRequest(), anIssue(CITY_Y, ZONE)] as const;
const relay = { childId: the('directive', 8), issuer: HQ_Y, recipients: [COUNTY_K1] };
const relayed = { type: 'DirectiveRelayed', data: relay, act: { occurredAt: '2022-03-17T12:00:00.000Z' } } as const;
const { initial: noReceipt }: { readonly initial: ReceiptState } = receiptStream;
const { initial: noDirective }: { readonly initial: DirectiveState } = directiveStream;

const { channel: _, ...handed } = aDelivery().data;
const deliver = { directiveId: the('directive') };
const receiptOf = (stream: Id): Own<ReceiptState> => ({ stream, state: () => Promise.resolve(noReceipt) });
const child = (stream: Id): Own<DirectiveState> => ({ stream, state: () => Promise.resolve(noDirective) });

describe('D10: what is issued', () => {
  const found = (record: readonly Message[], to: Id = CITY_Y.receiptId) =>
    receipt.facts.DeliverDirective(aLog({ [the('directive')]: record }), deliver, receiptOf(to), aClerk);

  it('is delivered to every recipient by the system', () => {
    const asks = deliverIssued.on.DirectiveIssued?.(
      anIssue(CITY_Y, ZONE).data,
      noDirective,
      aHappening(the('directive')),
    );
    const command = { type: 'DeliverDirective', data: deliver };
    expect(asks).toEqual([CITY_Y, ZONE].map(({ receiptId: stream }) => ({ decider: receipt, stream, command })));
  });

  it('D10: is delivered as it was issued, by the record of the directive, also when that was amended since', async () => {
    expect(await found(issued)).toEqual(handed);
    expect(await found([...issued, anAmendment()])).toEqual(handed);
  });

  it('D10: is delivered to nobody whom that record does not name, nor before it is issued', async () => {
    expect(await found(issued, COUNTY_K1.receiptId)).toBeUndefined();
    expect(await found(issued.slice(0, 2))).toBeUndefined();
    const asked = { type: 'DeliverDirective', data: deliver, facts: undefined } as const;
    expect(receipt.owner(noReceipt, asked)).toBeUndefined();
    expect(receipt.owner(noReceipt, { ...asked, facts: handed })?.orgs).toContain(HQ_Y.orgId);
  });
});

describe('D10: what is relayed', () => {
  const by = CITY_Y.receiptId;
  const found = (record: readonly Message[], own: Id = relay.childId, receiptId: Id<'receipt'> = by) =>
    directive.facts.PassOnDirective(
      aLog({ [by]: record, [the('directive')]: issued }),
      { receiptId },
      child(own),
      aClerk,
    );
  const passedOn = [aDelivery(), anAcknowledgement(), relayed];

  it('is asked for in the name of the receipt that says so', () => {
    expect(issueRelayed.on.DirectiveRelayed?.(relay, noReceipt, aHappening(by))).toEqual([
      { decider: directive, stream: relay.childId, command: { type: 'PassOnDirective', data: { receiptId: by } } },
    ]);
  });

  it('D10: takes issuer, recipients and moment from the record of the receipt, and the text from that of its directive', async () => {
    expect(await found(passedOn)).toEqual({
      ...{ relayOf: { directiveId: the('directive'), receiptId: by }, content: aContent() },
      ...{ issuer: HQ_Y, recipients: [COUNTY_K1], at: relayed.act.occurredAt },
    });
  });

  it('D10: is nothing where the record says nothing of it, or of another child', async () => {
    expect(await found(passedOn.slice(0, 2))).toBeUndefined();
    expect(await found(passedOn, the('directive', 9))).toBeUndefined();
    expect(await found(passedOn, relay.childId, idOf('receipt', uuidOf(ZONE.receiptId)))).toBeUndefined();
  });
});
