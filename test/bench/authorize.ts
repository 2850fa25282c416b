import { acts, allowed, authorised, type Asking } from './authorize-world.js';
import { interleaved, resultOf, type Bench, type Pace, type Result } from './bench.js';

const USUAL: Pace = { rounds: 9, ms: 800, warmMs: 2_000 };

/** How many decisions a second one way of deciding takes, one after the other. */
const perSecond =
  (all: readonly Asking[], how: (asking: Asking) => Promise<unknown>, ms: number) => async (): Promise<number> => {
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < ms) {
      for (const asking of all) await how(asking);
      count += all.length;
    }
    return (count / (performance.now() - began)) * 1_000;
  };

/** What it costs to ask who may do what, beside a policy that always allows, in one process and without a database. */
export const authorize: Bench = {
  title: 'Decisions on acts of a finding, in memory',
  columns: ['with rights', 'always allowed'],
  async run({ rounds, ms, warmMs } = USUAL): Promise<readonly Result[]> {
    const all = await acts();
    const sides = (long: number) => [perSecond(all, authorised, long), perSecond(all, allowed, long)] as const;
    await interleaved(1, ...sides(warmMs));
    const measured = await interleaved(rounds, ...sides(ms));
    return [resultOf(`${String(all.length)} acts, decisions`, 'per second', measured, { direction: '>=', ratio: 0.9 })];
  },
};
