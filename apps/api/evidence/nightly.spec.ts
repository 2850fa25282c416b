import { expect, it } from '@jest/globals';
import { restAfter, untilNight } from './nightly.js';

const HOUR = 60 * 60_000;

it.each([
  ['2022-04-01T18:00:00.000Z', 1 * HOUR],
  ['2022-04-01T18:59:59.999Z', 1],
  ['2022-04-01T19:00:00.000Z', 24 * HOUR],
  ['2022-04-01T19:00:00.001Z', 24 * HOUR - 1],
  ['2022-04-02T00:00:00.000Z', 19 * HOUR],
])('from %s it is %p ms to three in the night of China', (now, ms) => {
  expect(untilNight(new Date(now))).toBe(ms);
});

it('no more than 20 MB are read in a second', () => {
  expect(restAfter(20 * 1024 * 1024)).toBe(1_000);
  expect(restAfter(1)).toBe(1);
});
