import { describe, expect, it } from '@jest/globals';
import { answered, beforeAnswered } from './index.js';

const ACT = { en: 'Order given', zh: '下达指令' };
const OTHER = { en: 'Fix reported', zh: '报告整改' };
const at = (time: string) => `2022-03-17T${time}.000Z`;
const order = (occurred: string, recorded = occurred) =>
  answered(ACT, { occurredAt: at(occurred), recordedAt: at(recorded) });

describe('an act that answers another', () => {
  it.each([
    ['at the same moment', '09:00:00'],
    ['two minutes before, by which honest clocks differ', '08:58:00'],
    ['later', '10:00:00'],
  ])('W1: is dated %s', (_, time) => {
    expect(beforeAnswered({ occurredAt: at(time) }, order('09:00:00'))).toBeUndefined();
  });

  it.each([
    ['three minutes before it', '08:57:00'],
    ['hardly more than two minutes before it', '08:57:59'],
  ])('W1: is refused when it is dated %s, and the act is named with its time', (_, time) => {
    expect(beforeAnswered({ occurredAt: at(time) }, order('09:00:00'))).toEqual({
      ...{ refused: 'OCCURRED_BEFORE', path: ['occurredAt'] },
      about: { act: ACT, at: at('09:00:00') },
    });
  });

  it.each([
    ['said to have been', order('09:00:00', '11:00:00')],
    ['recorded, where it is said to have been later', order('11:00:00', '09:00:00')],
  ])('W1: is measured from when the other was %s', (_, other) => {
    expect(beforeAnswered({ occurredAt: at('09:00:00') }, other)).toBeUndefined();
    expect(beforeAnswered({ occurredAt: at('08:57:00') }, other)?.about?.at).toBe(at('09:00:00'));
  });

  it('W1: is measured from the latest of several, whatever their order', () => {
    const fix = answered(OTHER, { occurredAt: at('09:30:00'), recordedAt: at('09:30:00') });
    for (const acts of [
      [order('09:00:00'), fix],
      [fix, order('09:00:00')],
    ]) {
      expect(beforeAnswered({ occurredAt: at('08:00:00') }, ...acts)?.about).toEqual({
        act: OTHER,
        at: at('09:30:00'),
      });
    }
  });

  it('W1: has no bound where nothing is remembered', () => {
    expect(beforeAnswered({ occurredAt: '1900-01-01T00:00:00.000Z' }, undefined)).toBeUndefined();
  });
});
