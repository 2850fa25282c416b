import { beforeEach, describe, expect, it } from '@jest/globals';
import { MinuteCounts, MOST_KEYS, secondsLeft } from './minute-counts.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5, 1, 0, 0) + seconds * 1000);

/** What all processes share, in memory. */
class Shared {
  readonly totals = new Map<string, number>();
  calls = 0;
  fails = false;
  share = (minute: Date, added: ReadonlyMap<string, number>) => {
    this.calls += 1;
    if (this.fails) return Promise.reject(new Error('the database is gone'));
    const keys = [...added].map(([key, count]) => [key, `${minute.toISOString()} ${key}`, count] as const);
    for (const [, row, count] of keys) this.totals.set(row, (this.totals.get(row) ?? 0) + count);
    return Promise.resolve(new Map(keys.map(([key, row]) => [key, this.totals.get(row) ?? 0])));
  };
}

describe('counts by the minute', () => {
  let shared: Shared;
  let planned: (() => void)[];
  const counts = () => new MinuteCounts({ share: shared.share, after: (_, call) => planned.push(call) });
  beforeEach(() => {
    [shared, planned] = [new Shared(), []];
  });

  it('count at once and by key, and ask nobody for it', () => {
    const one = counts();
    expect([one.add('a', 1, at(0)), one.add('a', 2, at(1)), one.add('b', 1, at(1))]).toEqual([1, 3, 1]);
    expect([shared.calls, planned.length]).toEqual([0, 1]);
  });

  it('begin anew with the next minute', async () => {
    const one = counts();
    one.add('a', 5, at(59.9));
    expect(one.add('a', 1, at(60))).toBe(1);
    await one.share();
    expect(one.add('a', 1, at(61))).toBe(2);
  });

  it('are those of all processes once they have been shared, each counted once', async () => {
    const [one, other] = [counts(), counts()];
    one.add('a', 3, at(0));
    other.add('a', 4, at(0));
    await one.share();
    await other.share();
    expect(other.add('a', 1, at(1))).toBe(8);
    await one.share();
    expect(one.add('a', 1, at(1))).toBe(4);
    await other.share();
    await one.share();
    expect([one.add('a', 1, at(2)), other.add('a', 1, at(2))]).toEqual([10, 9]);
  });

  it('lose nothing of what is counted while they are being shared, or when they cannot be', async () => {
    const one = counts();
    one.add('a', 1, at(0));
    shared.fails = true;
    await one.share();
    expect(one.add('a', 1, at(1))).toBe(2);
    shared.fails = false;
    const sharing = one.share();
    one.add('a', 1, at(2));
    await sharing;
    expect(one.add('a', 1, at(3))).toBe(4);
    await one.share();
    expect([...shared.totals.values()]).toEqual([4]);
  });

  it('are told once, however long that takes: what falls due meanwhile is told after', async () => {
    let answer: () => void = () => undefined;
    const slow = async (...told: Parameters<Shared['share']>) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return shared.share(...told);
    };
    const one = new MinuteCounts({ share: slow, after: (_, call) => planned.push(call) });
    one.add('a', 5, at(0));
    planned[0]?.();
    one.add('a', 1, at(1));
    planned[1]?.();
    answer();
    await one.share();
    expect([...shared.totals.values()]).toEqual([5]);
    planned[2]?.();
    answer();
    await one.share();
    expect([[...shared.totals.values()], one.add('a', 1, at(2))]).toEqual([[6], 7]);
  });

  it('are not mixed up with those of the minute before, when that is answered late', async () => {
    const one = counts();
    one.add('a', 50, at(59));
    const sharing = one.share();
    one.add('a', 1, at(60));
    await sharing;
    expect(one.add('a', 1, at(61))).toBe(2);
    await one.share();
    expect([...shared.totals.values()]).toEqual([50, 2]);
  });

  const crowd = (one: MinuteCounts, size: number) => {
    for (let n = 0; n < size; n++) one.add(`one of many ${String(n)}`, 1, at(1));
  };

  it('T14: go on for whoever goes on asking, however many others come; who rested longest is forgotten', () => {
    const one = counts();
    expect([one.add('goes on', 5, at(0)), one.add('rests', 5, at(0))]).toEqual([5, 5]);
    crowd(one, MOST_KEYS - 2);
    expect(one.add('goes on', 1, at(1))).toBe(6);
    one.add('one more', 1, at(2));
    expect([one.add('goes on', 1, at(3)), one.add('rests', 1, at(3))]).toEqual([7, 1]);
  });

  it('begin at nothing where they were forgotten while they were being told, and hear of all with the next', async () => {
    const one = counts();
    one.add('a', 5, at(0));
    const sharing = one.share();
    crowd(one, MOST_KEYS);
    expect(one.add('a', 1, at(2))).toBe(1);
    await sharing;
    expect(one.add('a', 1, at(3))).toBe(2);
    await one.share();
    expect(one.add('a', 1, at(4))).toBe(8);
  });

  it('plan to be shared a moment later, once, and share nothing where nothing was counted', async () => {
    const one = counts();
    one.add('a', 1, at(0));
    planned[0]?.();
    await one.share();
    const { calls } = shared;
    await one.share();
    expect(shared.calls).toBe(calls);
    one.add('a', 1, at(1));
    expect(planned).toHaveLength(2);
  });

  it('know how long their minute lasts', () => {
    expect([0, 0.5, 59, 59.5].map((second) => secondsLeft(at(second)))).toEqual([60, 60, 1, 1]);
  });
});
