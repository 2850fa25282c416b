import type { After } from '#platform/event-store';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogGrowth } from './log-growth.js';

describe('waiting for the log to grow', () => {
  let head: After;
  let looks: number;
  let answered: Promise<unknown>;
  let growth: LogGrowth;
  const stop = () => new AbortController();

  beforeEach(() => {
    jest.useFakeTimers();
    [head, looks, answered] = ['start', 0, Promise.resolve()];
    growth = new LogGrowth(async () => {
      looks += 1;
      const found = head;
      await answered;
      return found;
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Waits, and says what became of it so far. */
  const waiting = (after: After = 'start', { signal } = stop()) => {
    const state = { isOver: false };
    void growth.beyond(after, signal).then(() => (state.isOver = true));
    return state;
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('is looked for by one for all, however many wait and whenever they began', async () => {
    const first = waiting();
    await pass(40);
    const others = Array.from({ length: 12 }, () => waiting());
    await pass(855);
    expect(looks).toBe(8);
    expect([first, ...others].some(({ isOver }) => isOver)).toBe(false);
    head = 3n;
    await pass(10);
    expect([first, ...others].every(({ isOver }) => isOver)).toBe(true);
    expect(looks).toBe(9);
  });

  it('is not looked for while this process tells of it, and wakes at once', async () => {
    for (let position = 0n; position < 20n; position++) {
      const one = waiting(position === 0n ? 'start' : position - 1n);
      await pass(60);
      expect(one.isOver).toBe(false);
      growth.announce(position);
      await pass(0);
      expect(one.isOver).toBe(true);
    }
    expect(looks).toBe(0);
  });

  it('is looked for once at a time, also when the answer takes long', async () => {
    let answer: (_?: unknown) => void = () => undefined;
    answered = new Promise((resolve) => (answer = resolve));
    const all = [waiting(), waiting(), waiting()];
    await pass(350);
    expect(looks).toBe(1);
    answer();
    await pass(100);
    expect(looks).toBe(2);
    expect(all.some(({ isOver }) => isOver)).toBe(false);
  });

  it('ends after a while, and when nobody waits any more', async () => {
    const stopped = stop();
    const [one, other] = [waiting(), waiting('start', stopped)];
    await pass(500);
    stopped.abort();
    await pass(0);
    expect([one.isOver, other.isOver]).toEqual([false, true]);
    await pass(499);
    expect(one.isOver).toBe(false);
    await pass(2);
    expect(one.isOver).toBe(true);
  });

  it('is told to all who share a look that it could not be looked for, and looked for again', async () => {
    let fail: (why: Error) => void = () => undefined;
    answered = new Promise((_, reject) => (fail = reject));
    const failed = Promise.allSettled([growth.beyond('start', stop().signal), growth.beyond('start', stop().signal)]);
    await pass(101);
    fail(new Error('gone'));
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    answered = Promise.resolve();
    head = 1n;
    const again = waiting();
    await pass(101);
    expect([again.isOver, looks]).toEqual([true, 2]);
  });
});
