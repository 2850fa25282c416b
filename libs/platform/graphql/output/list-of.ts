import type { ViewOf } from '#kernel';
import { MOST_COUNTED, type Looking, type Page, type Paging, type Views } from '#platform/views';
import { connection } from './connection.js';

/** A page whose items are counted, once, when somebody asks how many there are in all. */
export const counted = <Row>(page: Page<Row>, count: () => Promise<number>) => {
  let total: Promise<number | null> | undefined;
  const ask = async () => {
    const all = await count();
    return all > MOST_COUNTED ? null : all;
  };
  return {
    ...connection(page),
    get totalCount() {
      return (total ??= ask());
    },
  };
};

/** A page of the rows of a view, which are counted once somebody asks how many there are. */
export const listOf = async <Row extends object>(
  views: Pick<Views, 'page' | 'count'>,
  view: ViewOf<Row>,
  paging: Paging<Row>,
  looking: Looking,
) => {
  const { first: _, after: __, ...narrowing } = paging;
  return counted(await views.page(view, paging, looking), () => views.count(view, narrowing, looking));
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
