import type { Step } from '#platform/follow';
import { expect, it } from '@jest/globals';
import { boxCard } from '../../../../test/support/boxes.js';
import { Sweeps } from './sweeps.js';

const table = { view: boxCard(), build: 0, state: 'building' } as const;
const keys = (count: number) => Array.from({ length: count }, (_, n) => String(n));
const step = (closed: number, open: number): Step => ({
  ...{ from: 'start', to: 1n },
  changes: [
    {
      ...{ table, ended: [], parked: [], closed: keys(closed) },
      open: keys(open).map((key) => ({
        key,
        since: 0n,
        born: 0n,
        owner: 'directory',
        columns: [],
        scopes: [],
        text: '{}',
      })),
    },
  ],
});

it('is due when more rows are gone than there are, and not for a few', () => {
  const sweeps = new Sweeps();
  expect(sweeps.due(step(0, 8_000))).toEqual([]);
  expect(sweeps.due(step(6_000, 6_000))).toEqual([]);
  expect(sweeps.due(step(3_000, 3_000))).toEqual([table]);
  // What is gone was given back: it begins anew.
  expect(sweeps.due(step(6_000, 6_000))).toEqual([]);

  expect(new Sweeps().due(step(4_000, 4_000))).toEqual([]);
});
