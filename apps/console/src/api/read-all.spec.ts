import { describe, expect, it } from '@jest/globals';
import { readAll, type ListPage } from './read-all';

const PAGE = 50;

/** A list of so many numbers, in pages. */
const listOf = (all: number) => (after: string | null) => {
  const from = Number(after ?? 0);
  const edges = Array.from({ length: Math.min(PAGE, all - from) }, (_, at) => ({ node: from + at }));
  const endCursor = String(from + edges.length);
  const page: ListPage<number> = {
    ...{ totalCount: all, edges },
    pageInfo: { hasNextPage: Number(endCursor) < all, endCursor },
  };
  return Promise.resolve({ page });
};

describe('a list that is read whole', () => {
  it('is shown at once, then whenever it is twice as long, and when it is whole', async () => {
    const shown: (readonly [count: number, isWhole: boolean])[] = [];
    const take = ({ nodes, isWhole }: { readonly nodes: readonly number[]; readonly isWhole: boolean }) =>
      shown.push([nodes.length, isWhole]);
    const reading = {
      ask: listOf(1_030),
      isWanted: () => true,
      take: (whole: Parameters<typeof take>[0]) => void take(whole),
    };
    expect(await readAll(reading)).toBeUndefined();
    expect(shown).toEqual([
      [50, false],
      [100, false],
      [200, false],
      [400, false],
      [800, false],
      [1_030, true],
    ]);
  });

  it('is not read on when nobody wants it, and says what went wrong', async () => {
    const asked: (string | null)[] = [];
    const ask = (after: string | null) => {
      asked.push(after);
      return listOf(200)(after);
    };
    const take = () => undefined;
    await readAll({ ask, isWanted: () => asked.length < 2, take });
    expect(asked).toEqual([null, '50']);
    const failure = { code: 'NO_ANSWER' };
    expect(await readAll({ ask: () => Promise.resolve({ failure }), isWanted: () => true, take })).toBe(failure);
  });
});
