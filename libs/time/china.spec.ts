import { describe, expect, it } from '@jest/globals';
import { chinaOffset, chinaTime, dayOf, endOfDay } from './index.js';

const HOUR = 3_600_000;
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

describe('the time of China', () => {
  it('W6: is that of Asia/Shanghai with its history, in every hour since 1949-10-01', () => {
    const differs: string[] = [];
    for (let ms = Date.parse('1949-10-01T00:00:00.000Z'); ms < Date.parse('2030-01-01T00:00:00.000Z'); ms += 7 * HOUR) {
      const instant = new Date(ms).toISOString();
      if (chinaTime(instant) !== clock.format(ms)) differs.push(instant);
    }
    expect(differs).toEqual([]);
  });

  it.each([
    ['1986-05-03T17:59:59.999Z', 8],
    ['1986-05-03T18:00:00.000Z', 9],
    ['1991-09-14T16:59:59.999Z', 9],
    ['1991-09-14T17:00:00.000Z', 8],
    ['1992-07-01T00:00:00.000Z', 8],
  ])('W6: is ahead of UTC at %s by %i hours', (instant, hours) => {
    expect(chinaOffset(Date.parse(instant))).toBe(hours * HOUR);
    expect(chinaTime(instant)).toBe(clock.format(Date.parse(instant)));
  });

  it('W6: ends a day of summer time an hour earlier, and the days on which clocks are moved, too', () => {
    expect(dayOf('1988-07-01T15:00:00.000Z')).toBe('1988-07-02');
    expect(endOfDay('1988-07-01T14:59:59.999Z')).toBe('1988-07-01T15:00:00.000Z');
    expect(endOfDay('1986-05-03T17:00:00.000Z')).toBe('1986-05-04T15:00:00.000Z');
    expect(endOfDay('1991-09-14T15:30:00.000Z')).toBe('1991-09-15T16:00:00.000Z');
  });
});
