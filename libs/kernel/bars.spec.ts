import { describe, expect, it } from '@jest/globals';
import {
  atStages,
  barBesideOf,
  barOf,
  barredBeside,
  barredBy,
  decide,
  happened,
  refused,
  type AnyDecider,
  type Bar,
  type Occasion,
} from './index.js';

interface Lamp {
  readonly is: string;
}
const on = { actorId: 'person-1', occurredAt: '2022-03-31T09:00:00.000Z' } as unknown as Occasion;
const says = { en: 'dry', zh: '干燥' };
const dry: Bar<Lamp, string, { readonly rain: boolean }> = {
  ...{ kind: 'readiness', says },
  stands: (_, __, { rain }) => (rain ? refused('WET') : undefined),
};
const dark = atStages(['dark'], 'NOT_DARK');
const bars = barredBeside(() => Promise.resolve({ rain: true }), dark, dry);

describe('bars', () => {
  it('stand in the way in their order, by how the thing stands and by what is known of others', () => {
    expect(bars.against({ is: 'lit' }, on, { rain: true })).toEqual({ refused: 'NOT_DARK' });
    expect(bars.against({ is: 'dark' }, on, { rain: true })).toEqual({ refused: 'WET' });
    expect(bars.against({ is: 'dark' }, on, { rain: false })).toBeUndefined();
    expect(bars.each.map(({ kind }) => kind)).toEqual(['stage', 'readiness']);
  });

  it('that look at the thing alone, at the head of the list, are looked at before anything is read', () => {
    expect(bars.atOnce({ is: 'lit' }, on)).toEqual({ refused: 'NOT_DARK' });
    expect(bars.atOnce({ is: 'dark' }, on)).toBeUndefined();
  });

  it('are declared by the codes or the refusals with which they say no, silent where there is nothing yet', () => {
    const bar = barOf<Lamp, string>();
    const lit = bar('stage', says, ({ is }) => (is === 'lit' ? undefined : 'NOT_LIT'));
    const oiled = barBesideOf<Lamp, string>()<{ readonly oil: number }>('readiness', says, (_, __, { oil }) =>
      oil > 0 ? undefined : refused('NO_OIL', 'oil'),
    );
    expect([lit, oiled].map(({ alone }) => alone)).toEqual([true, undefined]);
    expect(lit.stands({ is: 'dark' }, on, undefined)).toEqual({ refused: 'NOT_LIT' });
    expect(oiled.stands({ is: 'lit' }, on, { oil: 0 })).toEqual({ refused: 'NO_OIL', path: ['oil'] });
    expect(lit.stands({ is: 'new' }, on, undefined)).toBeUndefined();
  });

  it('come before the rule about what is said', () => {
    const lamp = {
      bars: { LightLamp: barredBy(dark) },
      decide: {
        LightLamp: ({ oil }: { oil: number }) => (oil > 0 ? happened({ type: 'LampLit' }) : refused('NO_OIL')),
      },
    } as unknown as AnyDecider;
    const light = (is: string, oil: number) =>
      decide(lamp as never, { type: 'LightLamp', data: { oil }, facts: undefined }, { is } as never, on);
    expect(light('lit', 0)).toEqual({ refused: 'NOT_DARK' });
    expect(light('dark', 0)).toEqual({ refused: 'NO_OIL' });
    expect(light('dark', 1)).toEqual({ events: [{ type: 'LampLit' }] });
  });
});
