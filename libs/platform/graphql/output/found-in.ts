import type { ViewOf } from '#kernel';
import type { Looking, Page, Paging, Views } from '#platform/views';
import { MAX_PAGE } from '../input/page-args.js';

/** So many rows are looked through for one page, at most. */
export const MOST_LOOKED_THROUGH = 2_000;

/** How far a list was looked through, and what was found. */
interface Found<Row> {
  readonly edges: Page<Row>['edges'];
  /** The last item that was looked at. */
  readonly endCursor?: string | undefined;
  readonly hasNextPage: boolean;
}

/** Of a page that was looked at, what is wanted, up to so many: what comes after the last of them is for another time. */
const wantedOf = <Row>({ edges, hasNextPage }: Page<Row>, wanted: (row: Row) => boolean, most: number): Found<Row> => {
  const found = edges.filter(({ node }) => wanted(node)).slice(0, most);
  const last = edges.at(-1)?.cursor;
  const endCursor = found.length === most ? found.at(-1)?.cursor : last;
  return { edges: found, endCursor, hasNextPage: hasNextPage || endCursor !== last };
};

/** Looks through a list for what no table can be asked for, such as sealed names, until a page is full or enough was looked at. */
export const foundIn = async <Row extends object>(
  views: Pick<Views, 'page'>,
  view: ViewOf<Row>,
  { first, after, ...narrowing }: Paging<Row>,
  { looking, wanted }: { readonly looking: Looking; readonly wanted: (row: Row) => boolean },
) => {
  let all: Found<Row> = { edges: [], endCursor: after, hasNextPage: true };
  for (
    let looked = 0;
    all.hasNextPage && all.edges.length < first && looked < MOST_LOOKED_THROUGH;
    looked += MAX_PAGE
  ) {
    const place = all.endCursor === undefined ? {} : { after: all.endCursor };
    const page = await views.page(view, { ...narrowing, ...place, first: MAX_PAGE }, looking);
    const { edges, ...end } = wantedOf(page, wanted, first - all.edges.length);
    all = { ...end, edges: [...all.edges, ...edges] };
  }
  const { edges, endCursor, hasNextPage } = all;
  return {
    edges,
    pageInfo: { hasNextPage, ...(endCursor !== undefined && { endCursor }) },
    /** Nobody knows how many there are before all of them were looked at. */
    totalCount: hasNextPage || after !== undefined ? null : edges.length,
  };
};
