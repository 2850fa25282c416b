import type { ViewOf } from '#kernel';
import { MOST_COUNTED, type Looking, type Paging, type Views } from '#platform/views';
import { connection } from './connection.js';

/** A page of the rows of a view, which are counted once somebody asks how many there are. */
export const listOf = async <Row extends object>(
  views: Pick<Views, 'page' | 'count'>,
  view: ViewOf<Row>,
  paging: Paging<Row>,
  looking: Looking,
) => {
  const { first: _, after: __, ...narrowing } = paging;
  let counted: Promise<number | null> | undefined;
  const count = async () => {
    const total = await views.count(view, narrowing, looking);
    return total > MOST_COUNTED ? null : total;
  };
  return {
    ...connection(await views.page(view, paging, looking)),
    get totalCount() {
      return (counted ??= count());
    },
  };
};

/** The same list with each item shown otherwise. */
export const mapped = <Row, Shown>(
  list: Awaited<ReturnType<typeof listOf<Row & object>>>,
  show: (row: Row) => Shown,
) => ({
  pageInfo: list.pageInfo,
  edges: list.edges.map(({ cursor, node }) => ({ cursor, node: show(node) })),
  get totalCount() {
    return list.totalCount;
  },
});
