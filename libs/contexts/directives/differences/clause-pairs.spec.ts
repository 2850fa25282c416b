import { describe, expect, it } from '@jest/globals';
import { pairsOf } from './clause-pairs.js';

const clause = (key: string, text = key) => ({ key, text, heading: false });
const heading = (key: string, text = key) => ({ key, text, heading: true });
const ids = (...args: Parameters<typeof pairsOf>) => pairsOf(...args).map(({ id }) => id);

describe('D3: the clauses of a parent beside those of a child', () => {
  it('stand in the order of the parent, by the clause map and not by their keys, and what was added comes last', () => {
    const map = [
      { clause: '1', by: 'b' },
      { clause: '2', by: 'a' },
    ];
    expect(ids([clause('1'), clause('2')], [clause('1'), clause('a'), clause('b')], map)).toEqual(['1:b', '2:a', ':1']);
  });

  it('are left out where the map says so, or nothing', () => {
    const exempted = { clause: '1' };
    const [first, second] = pairsOf([clause('1'), clause('2')], [], [exempted]);
    expect(first).toEqual({ id: '1:', theirs: clause('1'), entry: exempted });
    expect(second).toEqual({ id: '2:', theirs: clause('2') });
  });

  it('stand as often as they are carried on, and one may carry on several', () => {
    const map = ['a', 'b', 'b'].map((by) => ({ clause: '1', by }));
    const many = [...map, { clause: '2', by: 'a' }];
    expect(ids([clause('1'), clause('2')], [clause('a'), clause('b')], many)).toEqual(['1:a', '1:b', '2:a']);
  });

  it('take a heading for the one of the same words, which nobody maps', () => {
    const own = [clause('x', '一、排查'), heading('y', '一、排查'), heading('z', '二、救治')];
    expect(ids([heading('h', '一、排查'), heading('i', '三、保障')], own, [])).toEqual(['h:y', 'i:', ':x', ':z']);
  });
});
