import { setTimeout as sleep } from 'node:timers/promises';

const WARM_MS = 300;
const MEASURED_MS = 1_200;

export interface Measured {
  readonly perSecond: number;
  /** What one act cost, in the unit of `spent`. */
  readonly each: number;
}

export interface Meter {
  /** How long to measure. */
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
  let count = 0;
  const loop = async (client: number) => {
    while (on) {
      await act(client);
      count++;
    }
  };
  const loops = Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  // A loop that fails ends the measurement at once.
  await Promise.race([sleep(WARM_MS), loops]);
  const [before, paid, started] = [count, spent(), performance.now()];
  await Promise.race([sleep(ms), loops]);
  const done = count - before;
  const measured = {
    perSecond: (done * 1_000) / (performance.now() - started),
    each: (spent() - paid) / done,
  };
  on = false;
  await loops;
  return measured;
};

/** How many times a second `clients` loops get something done. */
export const perSecond = async (clients: number, act: (client: number) => Promise<unknown>): Promise<number> =>
  (await closedLoop(clients, act)).perSecond;
