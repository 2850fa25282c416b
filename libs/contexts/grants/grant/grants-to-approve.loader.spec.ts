import { idOf, ref } from '#kernel';
import type { Page, Views } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { toApprove } from './grants-to-approve.loader.js';

const person = (n: number) => idOf('person', `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const viewer = {
  ...{ actorId: person(1), orgId: idOf('organisation', '00000000-0000-4000-8000-000000000009') },
  grants: [{ role: 'admin' as const }],
};

/** A list of so many grants that others propose, after one that the viewer proposes. */
const listing = (others: number): Pick<Views, 'count' | 'page'> => ({
  count: () => Promise.reject(new Error('nobody counts rows that are not for the viewer')),
  page: <Row extends object>(
    _: unknown,
    { first, after = '0' }: { readonly first: number; readonly after?: string },
  ) => {
    const from = Number(after);
    const all = Array.from({ length: Math.min(first, others + 1 - from) }, (__, index) => ({
      cursor: String(from + index + 1),
      node: { proposedBy: ref(person(from + index === 0 ? 1 : 2)), granteeId: person(3) } as unknown as Row,
    }));
    return Promise.resolve<Page<Row>>({ edges: all, hasNextPage: from + all.length < others + 1 });
  },
});

describe('how many grants await approval', () => {
  it('is told beyond a page, without those that the viewer proposes', async () => {
    expect(await toApprove(listing(0), viewer)).toBe(0);
    expect(await toApprove(listing(250), viewer)).toBe(250);
  });

  it('is not told where there are more than anybody looks through', async () => {
    expect(await toApprove(listing(10_000), viewer)).toBeUndefined();
  });

  it('is none for who may approve none', async () => {
    expect(await toApprove(listing(5), { ...viewer, grants: [{ role: 'lead' }] })).toBe(0);
  });
});
