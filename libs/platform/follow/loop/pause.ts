import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, or returns at once when told to stop. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  try {
    await sleep(ms, undefined, { signal, ref: false });
  } catch {
    // Told to stop: the caller looks at the signal.
  }
};

const LONGEST_MS = 5_000;

/** How long to wait after the n-th failure in a row, from 50 ms, doubled each time up to five seconds. */
export const backOff = (failures: number): number => Math.min(LONGEST_MS, 25 * 2 ** Math.min(failures, 10));
