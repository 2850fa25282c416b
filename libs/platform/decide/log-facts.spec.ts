import { eventsOf, fact, happened, type Decider } from '#kernel';
import { MemoryEventStore } from '#platform/event-store';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fold } from './log-facts.js';

interface Take {
  readonly type: 'Take';
  readonly data: object;
}
interface Taken {
  readonly type: 'Taken';
  readonly data: object;
}

const STREAM = 'note-0190f3a0-0000-7000-8000-000000000001';

describe('the state that a list of events leaves behind', () => {
  let store: MemoryEventStore;
  let folds: number;
  beforeEach(async () => {
    store = new MemoryEventStore();
    folds = 0;
    const occasion = {
      actorId: 'person-1',
      occurredAt: '2022-03-31T09:00:00.000Z',
      commandId: '0190f3a0-0000-7000-8000-000000000002',
      correlationId: 'c',
      source: 'web',
    } as const;
    const events = [1, 2].map(() => ({ type: 'Taken', schemaVersion: 1, data: {} }));
    await store.append({ stream: STREAM, expected: 0n, occasion, commandHash: '00'.repeat(32), events });
  });

  const counting = (step: number): Decider<number, Take, Taken, never> => ({
    kind: 'note',
    events: eventsOf('note', { Taken: fact('Taken', '记下', {}) }),
    refusals: {},
    who: { Take: [] },
    owner: () => undefined,
    initial: 0,
    decide: { Take: () => happened({ type: 'Taken', data: {} } as const) },
    evolve: {
      Taken: (count) => {
        folds += 1;
        return count + step;
      },
    },
  });

  it('is found out once for all who were handed the same list', async () => {
    const events = await store.readStream(STREAM);
    const byOne = counting(1);

    expect([fold(byOne, events), fold(byOne, events)]).toEqual([2, 2]);
    expect(folds).toBe(2);
  });

  it('is found out anew for another list, and by another decider', async () => {
    const events = await store.readStream(STREAM);
    const byOne = counting(1);

    expect([fold(byOne, events), fold(counting(10), events), fold(byOne, events.slice(0, 1))]).toEqual([2, 20, 1]);
  });
});
