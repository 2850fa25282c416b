import type { Log } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SWEEP_EVERY_MS, Sweeping } from './sweeping.js';

const now = new Date('2026-01-05T01:00:00.000Z');

describe('sweeping while the application runs', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const running = (sweep: () => Promise<number>) => {
    const warnings: unknown[] = [];
    const said = () => undefined;
    const log: Log = { debug: said, info: said, error: said, warn: (fields: unknown) => void warnings.push(fields) };
    const sweeping = new Sweeping({ swept: [{ sweep }], now: () => now }, log);
    sweeping.onApplicationBootstrap();
    return { sweeping, warnings };
  };

  it('happens again and again, goes on after a failure, and ends with it', async () => {
    let times = 0;
    const { sweeping, warnings } = running(() => {
      times += 1;
      return times === 1 ? Promise.reject(new Error('no database')) : Promise.resolve(0);
    });
    expect(times).toBe(0);
    await jest.advanceTimersByTimeAsync(SWEEP_EVERY_MS);
    expect([times, warnings.length]).toEqual([1, 1]);
    await jest.advanceTimersByTimeAsync(SWEEP_EVERY_MS);
    expect([times, warnings.length]).toEqual([2, 1]);
    await sweeping.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(SWEEP_EVERY_MS * 3);
    expect(times).toBe(2);
  });
});
