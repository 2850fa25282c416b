import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { SideBySide, type Follower } from './side-by-side.js';

/** A log that does not grow: whoever waits for it waits until told to stop. */
const quiet = {
  grown: (_: unknown, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    }),
};

describe('followers side by side', () => {
  it('listen each to a signal of its own, which ends with the one that all were given', async () => {
    const signals: AbortSignal[] = [];
    const follower: Follower = {
      turn: (signal) => {
        signals.push(signal);
        return Promise.resolve(0n);
      },
    };
    const stop = new AbortController();
    const running = new SideBySide(
      Array.from({ length: 12 }, () => follower),
      quiet,
    ).run(stop.signal);
    await new Promise(setImmediate);
    expect(signals).toHaveLength(12);
    expect(signals.map((signal) => getEventListeners(signal, 'abort').length)).toEqual(signals.map(() => 1));
    stop.abort();
    await running;
  });

  it('end together when one fails, with its failure', async () => {
    const failing: Follower = { turn: () => Promise.reject(new Error('no database')) };
    const waiting: Follower = { turn: () => Promise.resolve(0n) };
    const running = new SideBySide([waiting, failing, waiting], quiet).run(new AbortController().signal);
    await expect(running).rejects.toThrow('no database');
  });
});
