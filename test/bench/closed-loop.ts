import { setTimeout as sleep } from 'node:timers/promises';

const WARM_MS = 300;
const MEASURED_MS = 1_200;

/**
 * How many times a second `clients` loops get something done, each starting anew as soon as it is through. What happens in the
 * first moments does not count.
 */
export const perSecond = async (clients: number, act: (client: number) => Promise<unknown>): Promise<number> => {
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
  const [before, started] = [count, performance.now()];
  await Promise.race([sleep(MEASURED_MS), loops]);
  const rate = ((count - before) * 1_000) / (performance.now() - started);
  on = false;
  await loops;
  return rate;
};
