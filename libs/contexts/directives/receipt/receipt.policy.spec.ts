import { aHappening, allSeen, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import type { DirectiveCommand } from '../directive/directive.commands.js';
import { directive } from '../directive/directive.decider.js';
import { aClerk, CITY_Y, COUNTY_K1, HQ_Y, the, ZONE } from '../directives.examples.js';
import { aContent } from '../content/content.examples.js';
import { aDelivery, anAcknowledgement } from './receipt.examples.js';
import { aDirective, anIssue, aRequest, knowing } from '../directive/directive.examples.js';
import { deliverIssued, issueRelayed } from './receipt.policy.js';
import { receipt } from './receipt.decider.js';

describe('what is issued', () => {
  const state = specification(directive, aClerk, knowing())(aDirective(), aRequest(), anIssue(CITY_Y, ZONE)).state();

  it('is delivered to every recipient by the system', () => {
    const asks = deliverIssued.on.DirectiveIssued?.(anIssue(CITY_Y, ZONE).data, state, aHappening(the('directive')));
    expect(asks?.map(({ stream }) => stream)).toEqual([CITY_Y.receiptId, ZONE.receiptId]);
    const { channel: _, ...data } = aDelivery().data;
    expect(asks?.[0]).toEqual({
      decider: receipt,
      stream: CITY_Y.receiptId,
      command: { type: 'DeliverDirective', data },
    });
  });
});

describe('what is relayed', () => {
  const relayed = { childId: the('directive', 8), issuer: HQ_Y, recipients: [COUNTY_K1] };
  const about = { directive: directive.initial };
  const facts = {
    DeliverDirective: about,
    CloseReceipt: about,
    DeliverAmendment: about,
    RecordDelivery: about,
    AcknowledgeDirective: about,
    ReturnDirective: about,
    RuleOnReturn: about,
    RelayDirective: { ...about, organisations: new Map() },
  };
  const state = specification(receipt, aClerk, facts)(aDelivery(), anAcknowledgement()).state();

  it('is issued below with an unchanged text, read from the parent', async () => {
    const [ask] = issueRelayed.on.DirectiveRelayed?.(relayed, state, aHappening(CITY_Y.receiptId)) ?? [];
    expect(ask?.stream).toBe(the('directive', 8));
    expect(ask?.command).toEqual({
      type: 'PassOnDirective',
      data: {
        relayOf: { directiveId: the('directive'), receiptId: CITY_Y.receiptId },
        issuer: HQ_Y,
        recipients: [COUNTY_K1],
        at: aHappening(CITY_Y.receiptId).occurredAt,
      },
    });
    const parent = specification(directive, aClerk, knowing())(aDirective(), aRequest(), anIssue(CITY_Y)).state();
    const asked: string[] = [];
    const said = { type: 'DirectiveRelayed', data: relayed } as const;
    const passedOn = specification(receipt, aClerk, facts)(aDelivery(), anAcknowledgement(), said).state();
    const read = allSeen({
      state: (_, stream) => {
        asked.push(stream);
        return Promise.resolve((stream === CITY_Y.receiptId ? passedOn : parent) as never);
      },
    });
    const own = { stream: the('directive', 8), state: () => Promise.resolve(directive.initial) };
    const { data } = ask?.command as Extract<DirectiveCommand, { readonly type: 'PassOnDirective' }>;
    const text = await directive.facts.PassOnDirective(read, data, own, aClerk);
    expect(asked).toEqual([the('directive'), CITY_Y.receiptId]);
    expect(text).toEqual(aContent());
    const another = { ...own, stream: the('directive', 9) };
    expect(await directive.facts.PassOnDirective(read, data, another, aClerk)).toBeUndefined();
  });
});
