import { evolve, type DataOf, type Due } from '#kernel';
import { aHappening } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aDelivery, aMiss, anAcknowledgement, aReturn, LIMIT } from './receipt.examples.js';
import { CITY_Y, COUNTY_K1, HQ_Y, the } from '../directives.examples.js';
import { receipt } from './receipt.decider.js';
import type { ReceiptEvent } from './receipt.events.js';
import { receiptStream } from './receipt.state.js';
import { acknowledgementLimit } from './receipt.timer.js';

type Past = ReceiptEvent & { readonly recordedAt?: string };
type Named<F> = ((data: unknown, state: object, at: ReturnType<typeof aHappening>) => F) | undefined;

const stream = CITY_Y.receiptId;
const [DELIVERED, AFTER] = ['2022-03-17T11:30:00.000Z', '2022-03-17T15:30:00.001Z'];
const attended = aDelivery({ channel: 'attendance', deliveredAt: AFTER });
const relayed: DataOf<ReceiptEvent, 'DirectiveRelayed'> = {
  ...{ childId: the('directive', 8), issuer: HQ_Y, recipients: [COUNTY_K1] },
};
const answers: readonly ReceiptEvent[] = [anAcknowledgement(), aReturn(), { type: 'DirectiveRelayed', data: relayed }];

/** What the last of these events makes due and takes back. */
const afterwards = (...events: readonly Past[]) => {
  const said = { due: [] as readonly Due[], cancelled: [] as readonly string[] };
  let state = receiptStream.initial;
  events.forEach(({ recordedAt = DELIVERED, ...event }, index) => {
    const at = { ...aHappening(stream, index), occurredAt: DELIVERED, recordedAt };
    state = evolve(receiptStream, state, event, at);
    said.due = (acknowledgementLimit.due[event.type] as Named<typeof said.due>)?.(event.data, state, at) ?? [];
    said.cancelled =
      (acknowledgementLimit.cancels[event.type] as Named<typeof said.cancelled>)?.(event.data, state, at) ?? [];
  });
  return said;
};

describe('D4: the limit for acknowledging', () => {
  it.each([
    ['extraUrgent', '2022-03-17T12:30:00.000Z'],
    ['urgent', LIMIT],
  ] as const)('is over for %s at %s, when the receipt is asked about', (urgency, at) => {
    const { due } = afterwards(aDelivery({ urgency }));
    const command = { type: 'MissAcknowledgement', data: { dueAt: at } };
    expect(due).toEqual([{ key: 'acknowledge', at, ask: { decider: receipt, stream, command } }]);
    expect(acknowledgementLimit.asks).toEqual([receipt]);
  });

  it.each(['ordinary', undefined] as const)(
    'is none for %s, which calendars or nobody would have to tell',
    (urgency) => {
      expect(afterwards(aDelivery({ urgency })).due).toEqual([]);
    },
  );

  it('runs from the first delivery, and no second one sets it again', () => {
    expect(afterwards(aDelivery(), attended).due).toEqual([]);
    expect(afterwards(attended, aDelivery()).due).toEqual([]);
    expect(afterwards(attended).due).toMatchObject([{ at: '2022-03-17T19:30:00.001Z' }]);
  });

  it('W3: is taken back by an answer that is recorded within it, of whatever kind', () => {
    for (const answer of answers) {
      expect(afterwards(aDelivery(), { ...answer, recordedAt: LIMIT }).cancelled).toEqual(['acknowledge']);
    }
  });

  it('is not taken back by an answer after it, though that is recorded before anybody was asked', () => {
    for (const answer of answers) {
      expect(afterwards(aDelivery(), { ...answer, recordedAt: AFTER }).cancelled).toEqual([]);
    }
  });

  it('is over with once it is recorded as missed', () => {
    expect(afterwards(aDelivery(), aMiss()).cancelled).toEqual(['acknowledge']);
  });
});
