import { describe, expect, it } from '@jest/globals';
import { aContent } from './content.examples.js';
import { countWarnings } from './warnings.js';

describe('D9: the declared number of clauses differs from what was captured', () => {
  const clauses = [
    { key: 'a', number: '一', order: 1, text: '三点意见' },
    { key: 'b', number: '(一)', order: 2, parent: 'a', text: '要核验' },
    { key: 'c', number: '(二)', order: 3, parent: 'a', text: '要登记' },
  ];

  it('warns, at the top and under a clause (C13)', () => {
    expect(countWarnings(aContent({ clauses, declared: [{ count: 2 }, { under: 'a', count: 6 }] }))).toEqual([
      { declared: 2, captured: 1 },
      { under: 'a', declared: 6, captured: 2 },
    ]);
  });

  it('is silent once they agree, or when nothing was declared', () => {
    expect(countWarnings(aContent({ clauses, declared: [{ count: 1 }, { under: 'a', count: 2 }] }))).toEqual([]);
    expect(countWarnings(aContent({ clauses }))).toEqual([]);
  });
});
