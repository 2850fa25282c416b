import { interleaved, median, resultOf, type Bench, type Goal, type Result } from './bench.js';
import { ScaleActs, type PageOf } from './scale-acts.js';
import { inScaledWorld, sizesAsked, type Filled } from './scale-world.js';

const ROUNDS = 9;
const TIMES = 60;
/** The first acts on each side fill caches and compile; they do not count. */
const WARM = 60;
const FLAT: Goal = { direction: '<=', ratio: 1.3 };

/** The median duration of repeated acts, in microseconds. */
const p50 = async (times: number, act: () => Promise<() => Promise<unknown>>): Promise<number> => {
  const durations: number[] = [];
  for (let n = 0; n < times; n++) {
    const go = await act();
    const started = performance.now();
    await go();
    durations.push((performance.now() - started) * 1_000);
  }
  return median(durations);
};

/** Appends of one client, one after the other; what the command costs before that does not count. */
const appending = (acts: ScaleActs) => async () => {
  const append = await acts.nextAppend();
  return () => acts.append(append);
};
const paging = (acts: ScaleActs, where: PageOf) => () => Promise.resolve(() => acts.page(where));
const rating = (acts: ScaleActs) => () => Promise.resolve(() => acts.rate());

const WHAT = [
  ['append, p50', appending],
  ['page of findings, p50', (acts: ScaleActs) => paging(acts, 'all')],
  ['page of findings by status, p50', (acts: ScaleActs) => paging(acts, 'status')],
  ['page of findings in a township, p50', (acts: ScaleActs) => paging(acts, 'township')],
  ['page of findings as of halfway, p50', (acts: ScaleActs) => paging(acts, 'then')],
  ['closure rate of a township, p50', rating],
] as const;

const measure = async ({ large, small }: { readonly large: Filled; readonly small: Filled }) => {
  const [ours, theirs] = [await ScaleActs.of(large), await ScaleActs.of(small)];
  const results: Result[] = [];
  for (const [what, act] of WHAT) {
    const side = (acts: ScaleActs, times: number) => () => p50(times, act(acts));
    await interleaved(1, side(ours, WARM), side(theirs, WARM));
    results.push(resultOf(what, 'µs', await interleaved(ROUNDS, side(ours, TIMES), side(theirs, TIMES)), FLAT));
  }
  return [...results, ...catchUp(large, small)];
};

/** How fast the views caught up, in the run that folded both logs: it cannot be repeated, so it is given for information. */
const catchUp = (large: Filled, small: Filled): readonly Result[] => {
  if (large.caughtUp === undefined || small.caughtUp === undefined) return [];
  const round = { ours: large.caughtUp, theirs: small.caughtUp };
  return [resultOf('views catch up', 'events/s', [round], { direction: '>=', ratio: 0.7 })];
};

export const scale: Bench = {
  title:
    'The same acts on a large log and on a small one, generated alike, on one server (--events N --small N --data DIR)',
  columns: ['large', 'small'],
  run: () => {
    const sizes = sizesAsked();
    return inScaledWorld(sizes, (world) => (sizes.prepareOnly ? Promise.resolve([]) : measure(world)));
  },
};
