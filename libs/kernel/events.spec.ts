import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { decode, eventsOf, fact, UnknownEvent } from './index.js';

const kettle = eventsOf('kettle', {
  KettleFilled: fact(
    'Kettle filled',
    '水壶已注水',
    { millilitres: z.number(), by: z.string() },
    {
      version: 3,
      upgrade: {
        1: (old) => ({ millilitres: z.object({ litres: z.number() }).parse(old).litres * 1000 }),
        2: (old) => ({ ...z.object({ millilitres: z.number() }).parse(old), by: 'not recorded' }),
      },
    },
  ),
});
const stored = (schemaVersion: number, data: unknown, type = 'KettleFilled') => ({ type, schemaVersion, data });

describe('an old event', () => {
  it('is read in the newest shape, one step after the other', () => {
    const newest = { type: 'KettleFilled', data: { millilitres: 1500, by: 'not recorded' } };
    expect(decode(kettle, stored(1, { litres: 1.5 }))).toEqual(newest);
    expect(decode(kettle, stored(2, { millilitres: 1500 }))).toEqual(newest);
    expect(decode(kettle, stored(3, newest.data))).toEqual(newest);
  });

  it('is not read when no step leads on from its version', () => {
    expect(() => decode(kettle, stored(0, {}))).toThrow(UnknownEvent);
  });
});

describe('an event that this build does not know', () => {
  it.each([stored(4, {}), stored(1, {}, 'KettleDescaled'), stored(1, {}, 'constructor'), stored(1, {}, '__proto__')])(
    'is never guessed at: %j',
    (event) => {
      expect(() => decode(kettle, event)).toThrow(UnknownEvent);
    },
  );
});

describe('the data of an event', () => {
  it('holds what its shape says, and nothing besides', () => {
    expect(() => decode(kettle, stored(3, { millilitres: '5', by: 'x' }))).toThrow(z.ZodError);
    expect(() => decode(kettle, stored(3, { millilitres: 5, by: 'x', more: 1 }))).toThrow(z.ZodError);
  });
});
