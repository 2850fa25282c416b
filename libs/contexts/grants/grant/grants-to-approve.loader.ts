import { looking, MAX_PAGE, type CountAwaited } from '#platform/graphql';
import { isForOthers, mayApprove } from './views/awaiting.js';
import { grant } from './views/grant.view.js';

/** So many pages are looked through; who has more of them waiting needs no number. */
const MOST_PAGES = 100;

/** Counts the grants that somebody may approve; undefined where there are more than are looked through. */
export const toApprove: CountAwaited = async (views, viewer) => {
  if (!mayApprove(viewer)) return 0;
  let [count, after] = [0, undefined as string | undefined];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const paging = { first: MAX_PAGE, where: { status: 'proposed' as const }, ...(after !== undefined && { after }) };
    const { edges, hasNextPage } = await views.page(grant, paging, looking(viewer));
    count += edges.filter(({ node }) => isForOthers(viewer, node)).length;
    if (!hasNextPage) return count;
    after = edges.at(-1)?.cursor;
  }
  return undefined;
};
