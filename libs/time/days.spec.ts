import { describe, expect, it } from '@jest/globals';
import { chinaMonth, dayOf, endOfDay, isBeforeEndOfDay, minutesAfter, minutesBetween, startOfDay } from './index.js';

describe('a day in China', () => {
  it('begins at 16:00 UTC of the day before', () => {
    expect(dayOf('2022-03-17T15:59:59.999Z')).toBe('2022-03-17');
    expect(dayOf('2022-03-17T16:00:00.000Z')).toBe('2022-03-18');
  });

  it('has its first instant at midnight there, in summer time, too', () => {
    expect(startOfDay('2022-03-17T15:59:59.999Z')).toBe('2022-03-16T16:00:00.000Z');
    expect(startOfDay('2022-03-17T16:00:00.000Z')).toBe('2022-03-17T16:00:00.000Z');
    expect(startOfDay('1988-06-02T03:00:00.000Z')).toBe('1988-06-01T15:00:00.000Z');
  });

  it('is over at 24:00, which belongs to the next day', () => {
    expect(endOfDay('2022-03-17T11:30:00.000Z')).toBe('2022-03-17T16:00:00.000Z');
    expect(endOfDay('2022-03-17T16:00:00.000Z')).toBe('2022-03-18T16:00:00.000Z');
    expect(isBeforeEndOfDay('2022-03-17T15:59:59.999Z', '2022-03-17T11:30:00.000Z')).toBe(true);
    expect(isBeforeEndOfDay('2022-03-17T16:00:00.000Z', '2022-03-17T11:30:00.000Z')).toBe(false);
  });
});

describe('W5: a month in China', () => {
  it.each([
    ['2022-03', '2022-02-28T16:00:00.000Z', '2022-03-31T16:00:00.000Z'],
    ['2021-12', '2021-11-30T16:00:00.000Z', '2021-12-31T16:00:00.000Z'],
    // Summer time.
    ['1988-06', '1988-05-31T15:00:00.000Z', '1988-06-30T15:00:00.000Z'],
  ])('%s begins and ends at midnight there', (month, from, to) => {
    expect(chinaMonth(month)).toEqual({ from, to });
  });
});

describe('minutes between two instants', () => {
  it.each([
    ['2022-03-17T13:00:00.000Z', '2022-03-17T13:40:59.999Z', 40],
    ['2022-03-17T13:00:00.000Z', '2022-03-17T13:00:00.000Z', 0],
    ['2022-03-17T13:00:00.000Z', '2022-03-17T12:59:30.000Z', -1],
  ])('from %s to %s are %i', (from, to, minutes) => {
    expect(minutesBetween(from, to)).toBe(minutes);
  });

  it('lead from one to the other, over midnight too', () => {
    expect(minutesAfter('2022-03-17T21:30:00.500Z', 240)).toBe('2022-03-18T01:30:00.500Z');
  });
});
