import type { AnyView, Catalogue, Happening } from '#kernel';
import { directiveEvents, receipt } from '#contexts/directives';
import { describe, expect, it } from '@jest/globals';
import { POLICIES_OF_ALL, TIMERS_OF_ALL, VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { simulate, type Mutation, type Report, type Watched } from '../simulation/simulation.js';
import { reminders } from '../simulation/town-timers.js';
import { full, times } from '../support/faults.js';
import { ahead, fickle, forgetful, hasty, staleTimers, tornTimers, tornViews } from './support/planted.js';

/** Counts what happens to each directive and receipt, and in all receipts together: two kinds, and two rows for an event. */
const happenings = (): AnyView => {
  const count = (row: { readonly n: number } | undefined) => ({ n: (row?.n ?? 0) + 1 });
  const folds = ({ facts }: Catalogue) => Object.fromEntries(Object.keys(facts).map((type) => [type, count]));
  return {
    name: 'happenings',
    version: 1,
    of: [directiveEvents, receipt.events],
    owner: 'directory',
    key: {
      directive: (_, { stream }: Happening) => stream,
      receipt: (_, { stream }: Happening) => [stream, 'all receipts'],
    },
    on: { directive: folds(directiveEvents), receipt: folds(receipt.events) },
  };
};

const ALL: Watched = {
  views: [...VIEWS_OF_ALL, happenings()],
  policies: POLICIES_OF_ALL,
  // What falls due 30 days later does so after every run is over.
  timers: [...TIMERS_OF_ALL.filter(({ name }) => name !== 'unused_evidence'), reminders()],
};
const SEEDS = times(200, 10_000);
const only = process.env['SEED'];

const seeds = (count: number) =>
  only === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(only)];

/** How to see a run again, for whoever reads the failure. */
const failure = ({ seed, broken }: Report) =>
  new Error(`SEED=${seed} npx jest --config infra/checks/jest.config.cjs f38 replays this run:\n${broken.join('\n')}`);

describe('F38: the domain, its views, its policies and its timers, in the weather of a seed', () => {
  it(
    `keeps every promise (${only === undefined ? `${SEEDS} seeds` : `seed ${only}`})`,
    async () => {
      let crashes = 0;
      for (const seed of seeds(SEEDS)) {
        const report = await simulate(seed, ALL);
        if (report.broken.length > 0) throw failure(report);
        crashes += report.crashes;
      }
      // Weather that never killed anything would prove nothing.
      if (only === undefined) expect(crashes).toBeGreaterThan(SEEDS);
    },
    full ? 14_400_000 : 900_000,
  );

  it('runs the same way again for the same seed, and another way for another', async () => {
    const [one, again, other] = [await simulate(7, ALL), await simulate(7, ALL), await simulate(8, ALL)];

    expect(again).toEqual(one);
    expect(other.digest).not.toBe(one.digest);
  });
});

interface Planted {
  readonly watched?: Watched;
  readonly mutation?: Mutation;
  readonly finds: RegExp;
}

const PLANTED: Readonly<Record<string, () => Planted>> = {
  'a log that records a command again when its answer was lost': () => ({
    mutation: { events: forgetful },
    finds: /INV5: nobody gave the command/,
  }),
  'a log that says yes without writing': () => ({ mutation: { events: hasty }, finds: /INV1/ }),
  'views whose checkpoint and rows are two steps': () => ({ mutation: { views: tornViews }, finds: /INV4/ }),
  'policies whose checkpoint is ahead of what they asked': () => ({
    mutation: { policies: ahead },
    finds: /has no answer/,
  }),
  'timers whose checkpoint and rows are two steps': () => ({
    mutation: { timers: tornTimers },
    finds: /(reminders|acknowledgement_limit|appointment_end): .* (has no answer|was taken back before)/,
  }),
  'timers that ask for what was taken back': () => ({
    mutation: { timers: staleTimers },
    finds: /(reminders|acknowledgement_limit): .* was taken back before/,
  }),
  'policies that are not pure': () => ({
    watched: { ...ALL, policies: fickle(POLICIES_OF_ALL) },
    finds: /went elsewhere/,
  }),
};

describe('F38: a planted fault', () => {
  it.each(Object.entries(PLANTED))(
    'is found, and found again with its seed: %s',
    async (_, plant) => {
      const run = (seed: number) => {
        const { watched = ALL, mutation } = plant();
        return simulate(seed, watched, mutation);
      };
      let seed = 1;
      let found = await run(seed);
      while (found.broken.length === 0 && seed < 50) found = await run(++seed);

      expect(found.broken.join('\n')).toMatch(plant().finds);
      expect(await run(seed)).toEqual(found);
    },
    180_000,
  );
});
