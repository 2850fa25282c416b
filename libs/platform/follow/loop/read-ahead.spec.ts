import { MemoryEventStore, type After } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { aFact, anAppend } from '../../event-store/event-store.contract.js';
import { ReadAhead } from './read-ahead.js';

/** A log of so many events of so many bytes, and the limits with which it was read. */
const setUp = async (count: number, bytes: number) => {
  const store = new MemoryEventStore();
  const text = 'x'.repeat(bytes);
  for (let left = count; left > 0; left -= 10) {
    await store.append(anAppend({ events: Array.from({ length: Math.min(10, left) }, () => aFact({ text })) }));
  }
  const limits: number[] = [];
  const scan: MemoryEventStore['scan'] = (range) => {
    limits.push(range.limit);
    return store.scan(range);
  };
  return { store, limits, ahead: new ReadAhead({ scan }, 1_000) };
};

const everything = async (ahead: ReadAhead) => {
  const positions: bigint[] = [];
  for (let place: After = 'start'; ;) {
    const { events, isEnd } = await ahead.after(place);
    positions.push(...events.map(({ position }) => position));
    place = positions.at(-1) ?? 'start';
    if (isEnd) return positions;
  }
};

describe('reading ahead', () => {
  it('gives every event once, whatever the size of a batch', async () => {
    const { ahead } = await setUp(1_450, 10);
    expect(await everything(ahead)).toEqual(Array.from({ length: 1_450 }, (_, n) => BigInt(n)));
  });

  it('reads the next batch while this one is worked on, and nothing ahead of the end', async () => {
    const { ahead, limits, store } = await setUp(250, 10);
    await ahead.after('start');
    expect(limits).toEqual([200, 1_000]);
    expect(await ahead.after(199n)).toMatchObject({ isEnd: true });
    await store.append(anAppend());
    expect((await ahead.after(249n)).events).toHaveLength(1);
  });

  it('takes fewer at a time when they are large', async () => {
    const { ahead, limits } = await setUp(210, 40_000);
    await everything(ahead);
    expect(limits[0]).toBe(200);
    expect(limits[1]).toBeGreaterThan(50);
    expect(limits[1]).toBeLessThan(110);
  });
});
