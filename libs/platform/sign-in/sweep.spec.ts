import { describe, expect, it } from '@jest/globals';
import { sweep } from './sweep.js';

const now = new Date('2026-01-05T01:00:00.000Z');
/** A place with so many rows that have ended. */
const holding = (rows: number) => {
  const asked: number[] = [];
  const one = (_: Date, most: number) => {
    const removed = Math.min(rows, most);
    rows -= removed;
    asked.push(removed);
    return Promise.resolve(removed);
  };
  return { asked, sweep: one };
};

describe('sweeping', () => {
  it('removes what has ended everywhere, a part at a time, and stops when there is no more', async () => {
    const [few, many] = [holding(3), holding(2_500)];
    expect(await sweep([few, many], now)).toBe(2_503);
    expect(few.asked).toEqual([3]);
    expect(many.asked).toEqual([1_000, 1_000, 500]);
  });

  it('leaves the rest of a flood for the next time', async () => {
    const flood = holding(1_000_000);
    expect(await sweep([flood], now)).toBe(20_000);
    expect(flood.asked).toHaveLength(20);
  });
});
