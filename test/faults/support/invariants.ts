import type { AnyView } from '#kernel';
import { query } from '../../support/query.js';
import { isReady } from './api-work.js';
import { Commands, Density, readLog } from './log-invariants.js';
import type { Told } from './told.js';
import { Replay } from './view-invariants.js';

export interface Checked {
  /** The address for a role that may read the log and the views. */
  readonly url: string;
  /** What every client heard. */
  readonly told?: readonly Told[];
  /** Views that somebody follows: they are waited for. */
  readonly views?: readonly AnyView[];
  /** Where an API listens that should be well by now. */
  readonly address?: string;
}

/**
 * The global invariants of trust.md 6, to be checked after any fault: one line for each thing that does not hold, so `toEqual([])`.
 * INV1 acknowledged commands are there once, INV2 no gaps, INV4 views equal a replay, INV5 one result for each command,
 * INV6 ready only while the database answers.
 */
export const violations = async ({ url, told = [], views = [], address }: Checked): Promise<readonly string[]> => {
  const [density, commands] = [new Density(), new Commands()];
  const replays = views.map((view) => new Replay(view));
  for await (const kept of readLog(url)) {
    for (const check of [density, commands, ...replays]) check.take(kept);
  }
  const ofViews = await Promise.all(replays.map((replay) => replay.wrong(url)));
  const wrong = [...density.wrong, ...commands.wrong(), ...commands.broken(told), ...ofViews.flat()];
  return address === undefined ? wrong : [...wrong, ...(await readinessOf(url, address))];
};

const readinessOf = async (url: string, address: string): Promise<readonly string[]> => {
  const ready = await isReady(address);
  const answers = await query(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
  return ready === answers
    ? []
    : [`INV6: ready is ${String(ready)} while the database ${answers ? 'answers' : 'does not'}`];
};
