import { describe, expect, it } from '@jest/globals';
import { inForce, type Pack } from './effective.js';

const days: Pack<number> = [
  { from: '2020-01-01T00:00:00.000Z', value: 7 },
  { from: '2025-06-01T00:00:00.000Z', value: 5 },
];

describe('the value of a rule', () => {
  it.each([
    ['before there was any', '2019-12-31T00:00:00.000Z', 7],
    ['until the next one', '2025-05-31T23:59:59.999Z', 7],
    ['from its own moment on', '2025-06-01T00:00:00.000Z', 5],
    ['long after', '2030-01-01T00:00:00.000Z', 5],
  ])('is in force %s', (_, at, value) => {
    expect(inForce(days, at)).toBe(value);
  });
});
