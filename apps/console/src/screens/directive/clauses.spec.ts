import { describe, expect, it } from '@jest/globals';
import { depthsOf, dutiesOf, numberBefore } from './clauses';

const clause = (key: string, number: string, parent: string | null = null) => ({ key, number, parent });
const duty = (id: string, number?: string) => ({ id, clause: number === undefined ? null : { number } });

describe('clauses of an order', () => {
  it('C12: ask for the duties that name their key, or a number that no other clause has', () => {
    const clauses = [clause('q1', '一'), clause('q2', '二'), clause('q3', '二'), clause('q4', '')];
    const duties = [duty('by key', 'q2'), duty('by number', '一'), duty('whose', '二'), duty('of none'), duty('', '')];
    const found = clauses.map((one) => dutiesOf(one, clauses, duties).map(({ id }) => id));
    expect(found).toEqual([['by number'], ['by key'], [], []]);
  });

  it('stand below those that they belong to, also where these run in a circle', () => {
    const clauses = [clause('a', '一'), clause('b', '1', 'a'), clause('c', '(1)', 'b'), clause('x', '', 'gone')];
    expect([...depthsOf(clauses).values()]).toEqual([0, 1, 2, 0]);
    expect([...depthsOf([clause('a', '', 'b'), clause('b', '', 'a')]).values()]).toEqual([1, 1]);
  });

  it('have their bare numbers set off, and the others as the text has them', () => {
    expect(['一', '12', '（一）', '第三条', ''].map(numberBefore)).toEqual(['一、', '12、', '（一）', '第三条', '']);
  });
});
