import type { Views } from '#platform/views';
import { boxCard, type Box } from '../../../../test/support/boxes.js';
import { foundIn, MOST_LOOKED_THROUGH } from './found-in.js';

const everybody = { actor: { actorId: 'person-1', orgId: 'organisation-1', grants: [] } } as const;
const aBox = (n: number) => ({ label: n % 30 === 0 ? 'tea' : 'salt' }) as Box;

/** A list of so many boxes, every thirtieth of which holds tea; cursors are their numbers. */
const listOfBoxes = (total: number) => {
  const looked: string[] = [];
  const page: Views['page'] = (_, { first, after = '-1' }) => {
    looked.push(after);
    const [from, to] = [Number(after) + 1, Number(after) + 1 + first];
    const edges = Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, n) => ({
      cursor: String(from + n),
      // What the view holds are boxes.
      node: aBox(from + n) as never,
    }));
    return Promise.resolve({ edges, hasNextPage: to < total });
  };
  const find = (label: string, first: number, after?: string) =>
    foundIn(
      { page },
      boxCard(),
      { first, ...(after && { after }) },
      { looking: everybody, wanted: (box) => box.label === label },
    );
  return { find, looked };
};

describe('what is looked for in a list', () => {
  it('fills a page and goes on after it', async () => {
    const { find } = listOfBoxes(100);
    const first = await find('tea', 3);
    expect(first.edges.map(({ cursor }) => cursor)).toEqual(['0', '30', '60']);
    expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: '60' });
    expect(first.totalCount).toBeNull();

    const rest = await find('tea', 3, '60');
    expect(rest.edges.map(({ cursor }) => cursor)).toEqual(['90']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('is counted once everything was looked at', async () => {
    expect(await listOfBoxes(250).find('tea', 100)).toMatchObject({ totalCount: 9, pageInfo: { hasNextPage: false } });
    expect(await listOfBoxes(0).find('tea', 100)).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('is given up for this page after so many, and can be gone on with', async () => {
    const { find, looked } = listOfBoxes(MOST_LOOKED_THROUGH * 2);
    const { edges, pageInfo } = await find('gold', 5);
    expect(edges).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: true, endCursor: String(MOST_LOOKED_THROUGH - 1) });
    expect(looked).toHaveLength(MOST_LOOKED_THROUGH / 100);
  });
});
