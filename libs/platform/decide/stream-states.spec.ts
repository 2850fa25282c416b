import { eventsOf, fact, type Foldable } from '#kernel';
import { MemoryEventStore } from '#platform/event-store';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogFacts } from './log-facts.js';
import { StreamStates } from './stream-states.js';

const STREAM = 'note-0190f3a0-0000-7000-8000-000000000001';

describe('the states of streams that decisions rest on', () => {
  let store: MemoryEventStore;
  let folds: number;
  beforeEach(async () => {
    store = new MemoryEventStore();
    folds = 0;
    await take(2);
  });

  /** So many notes are taken in one command. */
  const take = async (notes: number) => {
    const occasion = {
      actorId: 'person-1',
      occurredAt: '2022-03-31T09:00:00.000Z',
      commandId: `0190f3a0-0000-7000-8000-00000000000${String(folds)}`,
      correlationId: 'c',
      source: 'web',
    } as const;
    const events = Array.from({ length: notes }, () => ({ type: 'Taken', schemaVersion: 1, data: {} }));
    const expected = BigInt((await store.readStream(STREAM)).length);
    await store.append({ stream: STREAM, expected, occasion, commandHash: '00'.repeat(32), events });
  };

  const counting = (step: number): Foldable<number> => ({
    kind: 'note',
    events: eventsOf('note', { Taken: fact('Taken', '记下', {}) }),
    initial: 0,
    seenBy: () => 'everybody',
    evolve: {
      Taken: (count) => {
        folds += 1;
        return count + step;
      },
    },
  });

  it('are folded once for all decisions, and later only go on', async () => {
    const byOne = counting(1);
    const states = new StreamStates();
    const look = () => new LogFacts(store, states).state(byOne, STREAM);

    expect([await look(), await look(), folds]).toEqual([2, 2, 2]);
    await take(3);
    expect([await look(), folds]).toEqual([5, 5]);
  });

  it('are folded anew by other folds, and over other events', async () => {
    const byOne = counting(1);
    const states = new StreamStates();
    const events = await store.readStream(STREAM);
    const elsewhere = events.map((event) => ({ ...event, eventId: `another-${event.eventId}` }));

    expect(states.fold(byOne, STREAM, events)).toBe(2);
    expect(states.fold(counting(10), STREAM, events)).toBe(20);
    expect(states.fold(byOne, STREAM, events.slice(0, 1))).toBe(1);
    expect(states.fold(byOne, STREAM, [...elsewhere, ...elsewhere])).toBe(4);
  });

  it('are initial where there is no such stream', async () => {
    const nobody = new LogFacts(store);
    expect(await nobody.state(counting(1), 'note-0190f3a0-0000-7000-8000-000000000002')).toBe(0);
    expect(nobody.seen).toBeUndefined();
  });
});
