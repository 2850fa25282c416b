import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../support/percentile.js';

const WARM_MS = 300;
const MEASURED_MS = 1_200;

export interface Measured {
  readonly perSecond: number;
  /** What one act cost, in the unit of `spent`. */
  readonly each: number;
  /** How long one act took, in milliseconds: half of them at most this, and 99 of a hundred. */
  readonly p50: number;
  readonly p99: number;
}

export interface Meter {
  /** How many milliseconds to measure. */
  readonly ms?: number;
  /** What has been spent so far. */
  readonly spent?: () => number;
}

/**
 * `clients` loops get something done again and again, each starting anew as soon as it is through: how often that is in a second,
 * and what it costs. What happens in the first moments does not count.
 */
export const closedLoop = async (
  clients: number,
  act: (client: number) => Promise<unknown>,
  { ms = MEASURED_MS, spent = () => 0 }: Meter = {},
): Promise<Measured> => {
  let on = true;
  let took: number[] = [];
  const loop = async (client: number) => {
    while (on) {
      const began = performance.now();
      await act(client);
      took.push(performance.now() - began);
    }
  };
  const loops = Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  // A loop that fails ends the measurement at once.
  await Promise.race([sleep(WARM_MS), loops]);
  took = [];
  const [paid, started] = [spent(), performance.now()];
  await Promise.race([sleep(ms), loops]);
  const sorted = took.toSorted((a, b) => a - b);
  const measured = {
    perSecond: (sorted.length * 1_000) / (performance.now() - started),
    each: (spent() - paid) / sorted.length,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
  };
  on = false;
  await loops;
  return measured;
};
