import { describe, expect, it } from '@jest/globals';
import { byDuty } from './gaps';
import { grouped, isUnowned, marksOf } from './points';

const place = { matter: 'code', step: 'scan', place: 'station', territory: { id: 'k1' } };
const point = (id: string, previous?: string, next?: string) => ({
  ...{ id, ...place },
  previous: previous === undefined ? null : { id: previous },
  next: next === undefined ? null : { id: next },
});
const ids = (groups: readonly (readonly { readonly id: string }[])[]) =>
  groups.map((group) => group.map(({ id }) => id));

describe('duty points in the matrix', () => {
  it('stand in the order of their steps, one group for a matter at a place', () => {
    const other = { ...point('x'), place: 'market' };
    expect(ids(grouped([point('c', 'b'), other, point('a', undefined, 'b'), point('b', 'a', 'c')]))).toEqual([
      ['a', 'b', 'c'],
      ['x'],
    ]);
  });

  it('stand by matter or by step on demand, by their names, with those of one place still one after the other', () => {
    const points = [
      { ...point('c', 'b'), step: '核验' },
      { ...point('x'), place: 'market', matter: '冷链', step: '查验' },
      { ...point('y'), place: 'market', step: '核验' },
      { ...point('b', undefined, 'c'), step: '查验' },
    ].map((one) => ({ ...one, matter: one.id === 'x' ? '冷链' : '健康码' }));
    expect(ids(grouped(points, 'matter'))).toEqual([['b', 'c', 'y'], ['x']]);
    expect(ids(grouped(points, 'step'))).toEqual([
      ['b', 'x'],
      ['c', 'y'],
    ]);
  });

  it('are all there, also where their links run in a circle or lead elsewhere', () => {
    expect(ids(grouped([point('a', 'b', 'b'), point('b', 'a', 'a')]))).toEqual([['a', 'b']]);
    expect(ids(grouped([point('a', 'gone', 'c'), point('b', 'missing')]))).toEqual([['a', 'b']]);
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
  it('are one for a duty: the worst of it, since the first, with all parties that are missing', () => {
    const of = (
      id: string,
      kind: 'orphanStep' | 'noHolder',
      party: 'unit' | 'individual' | null,
      detectedAt: string,
    ) => ({
      ...{ kind, party, detectedAt },
      dutyPoint: { id },
    });
    const gaps = [
      of('one', 'noHolder', 'unit', '2022-04-01'),
      of('two', 'noHolder', 'unit', '2022-04-03'),
      of('two', 'orphanStep', null, '2022-04-04'),
      of('two', 'noHolder', 'individual', '2022-04-02'),
    ];
    expect(byDuty(gaps).map(({ id, worst, since, parties }) => [id, worst.kind, since, parties])).toEqual([
      ['two', 'orphanStep', '2022-04-02', ['unit', 'individual']],
      ['one', 'noHolder', '2022-04-01', ['unit']],
    ]);
  });
});
