import { describe, expect, it } from '@jest/globals';
import { isAhead, isHeldAt } from './appointments';

const period = { from: '2022-01-01T00:00:00.000Z', to: '2022-03-01T00:00:00.000Z' };
const at = (moment: string) => new Date(moment);

describe('A5: a post', () => {
  it('is held from the beginning until just before the end', () => {
    expect(isHeldAt(period, at('2021-12-31T23:59:59.999Z'))).toBe(false);
    expect(isHeldAt(period, at('2022-01-01T00:00:00.000Z'))).toBe(true);
    expect(isHeldAt(period, at('2022-02-28T23:59:59.999Z'))).toBe(true);
    expect(isHeldAt(period, at('2022-03-01T00:00:00.000Z'))).toBe(false);
    expect(isHeldAt({ ...period, to: null }, at('2032-03-01T00:00:00.000Z'))).toBe(true);
  });

  it('is ahead as long as it has not begun', () => {
    expect([isAhead(period, at('2021-12-31T00:00:00.000Z')), isAhead(period, at('2022-01-01T00:00:00.000Z'))]).toEqual([
      true,
      false,
    ]);
  });
});
