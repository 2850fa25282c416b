import { MOST_COUNTED, type Views } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { boxCard } from '../../../../test/support/boxes.js';
import { listOf } from './list-of.js';

const everybody = { actor: { actorId: 'person-1', orgId: 'organisation-1', grants: [] } } as const;

const viewsThatCount = (total: number) => {
  const asked: unknown[] = [];
  const page: Views['page'] = () => Promise.resolve({ edges: [], hasNextPage: false });
  const count: Views['count'] = (_, narrowing) => {
    asked.push(narrowing);
    return Promise.resolve(total);
  };
  return { views: { page, count }, asked };
};

describe('how many items a list has', () => {
  const paging = { first: 5, after: 'c', where: { shelf: 's' } };

  it('is not counted before somebody asks, and then once, whatever page it is', async () => {
    const { views, asked } = viewsThatCount(7);
    const list = await listOf(views, boxCard(), paging, everybody);
    expect(asked).toEqual([]);
    expect([await list.totalCount, await list.totalCount]).toEqual([7, 7]);
    expect(asked).toEqual([{ where: { shelf: 's' } }]);
  });

  it.each([
    [MOST_COUNTED, MOST_COUNTED],
    [MOST_COUNTED + 1, null],
  ])('of %i is told as %p', async (total, told) => {
    const { views } = viewsThatCount(total);
    expect(await (await listOf(views, boxCard(), paging, everybody)).totalCount).toBe(told);
  });
});
