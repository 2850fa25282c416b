import { describe, expect, it } from '@jest/globals';
import { worstFirst } from './gaps';
import { grouped, isUnowned, marksOf } from './points';

const place = { matter: 'code', step: 'scan', place: 'station', territory: { id: 'k1' } };
const point = (id: string, chain?: string, at = 1) => ({
  ...{ id, ...place },
  chain: chain === undefined ? null : { id: chain, at },
});
const ids = (groups: readonly (readonly { readonly id: string }[])[]) =>
  groups.map((group) => group.map(({ id }) => id));

describe('duty points in the matrix', () => {
  it('stand in the order of their steps, one group for a matter at a place', () => {
    const other = { ...point('x'), place: 'market' };
    expect(ids(grouped([point('c', 'a', 3), other, point('a', 'a'), point('b', 'a', 2)]))).toEqual([
      ['a', 'b', 'c'],
      ['x'],
    ]);
  });

  it('stand by matter or by step on demand, by their names, with those of one place still one after the other', () => {
    const points = [
      { ...point('c', 'b', 2), step: '核验' },
      { ...point('x'), place: 'market', matter: '冷链', step: '查验' },
      { ...point('y'), place: 'market', step: '核验' },
      { ...point('b', 'b'), step: '查验' },
    ].map((one) => ({ ...one, matter: one.id === 'x' ? '冷链' : '健康码' }));
    expect(ids(grouped(points, 'matter'))).toEqual([['b', 'c', 'y'], ['x']]);
    expect(ids(grouped(points, 'step'))).toEqual([
      ['b', 'x'],
      ['c', 'y'],
    ]);
  });

  it('are all there, also where the first step of their chain lies elsewhere', () => {
    const elsewhere = [point('b', 'gone', 3), point('x'), point('a', 'gone', 2)];
    expect(ids(grouped(elsewhere))).toEqual([['a', 'b', 'x']]);
  });

  it('are unowned when one of the parties that they require is', () => {
    const held = { state: 'HELD' } as const;
    const cells = { territorial: held, departmental: { state: 'WAIVED' }, unit: { state: 'PROPOSED' } } as const;
    expect(marksOf({ ...cells, individual: held })).toEqual({
      ...{ territorial: 'held', departmental: 'free', unit: 'part', individual: 'held' },
    });
    expect(isUnowned({ ...cells, individual: held })).toBe(false);
    expect(isUnowned({ ...cells, individual: { state: 'UNHELD' } })).toBe(true);
  });
});

describe('gaps', () => {
  it('stand with the worst first, then the oldest', () => {
    const gaps = [
      { id: 'one', kind: 'noHolder', detectedAt: '2022-04-02' },
      { id: 'two', kind: 'holderInactive', detectedAt: '2022-04-01' },
      { id: 'three', kind: 'noHolder', detectedAt: '2022-04-01' },
      { id: 'four', kind: 'orphanStep', detectedAt: '2022-04-03' },
    ] as const;
    expect(worstFirst(gaps).map(({ id }) => id)).toEqual(['four', 'three', 'one', 'two']);
  });
});
