import { describe, expect, it } from '@jest/globals';
import { askedByName } from './which';

describe('what is due today', () => {
  it('is due until 24:00 of this day in China, and not until that of the day before', () => {
    const { dueFrom = '', dueTo = '' } = askedByName('today', new Date('2022-04-16T01:30:00Z'));
    const isIn = (at: string) => dueFrom <= at && at < dueTo;
    expect(isIn('2022-04-15T16:00:00.000Z')).toBe(false);
    expect(isIn('2022-04-15T16:00:00.001Z')).toBe(true);
    expect(isIn('2022-04-16T16:00:00.000Z')).toBe(true);
    expect(isIn('2022-04-16T16:00:00.001Z')).toBe(false);
  });
});
