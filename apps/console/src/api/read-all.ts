import type { Failure } from './failure';

/** A page of a list, as the API answers each. */
export interface ListPage<Node> {
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** A list as far as it has been read: the first page is shown while the others come. */
export interface Whole<Node, Page = ListPage<Node>> {
  readonly nodes: readonly Node[];
  /** The page that came last: what it says beside its rows is said of the whole list. */
  readonly last: Page;
  /** How many there are; unknown when there are very many. */
  readonly total: number | null;
  readonly isWhole: boolean;
}

/** What is shown while it grows is drawn anew each time: only once it is twice as long, so that a long list is not drawn for every page. */
const GROWS = 2;

interface Reading<Node, Page> {
  readonly ask: (after: string | null) => Promise<{ readonly page?: Page; readonly failure?: Failure | undefined }>;
  readonly isWanted: () => boolean;
  readonly take: (whole: Whole<Node, Page>) => void;
}

/** Asks for page after page until there is none, or nobody wants them any more; `take` is told of the first, and as it grows. */
export const readAll = async <Node, Page extends ListPage<Node>>({
  ask,
  isWanted,
  take,
}: Reading<Node, Page>): Promise<Failure | undefined> => {
  let nodes: readonly Node[] = [];
  let taken = 0;
  for (let after: string | null = null; ;) {
    const { page, failure } = await ask(after);
    if (!page) return failure;
    const { edges, totalCount, pageInfo } = page;
    nodes = [...nodes, ...edges.map(({ node }) => node)];
    const isWhole = !pageInfo.hasNextPage;
    if (!isWanted()) return undefined;
    if (isWhole || nodes.length >= taken * GROWS) {
      take({ nodes, last: page, total: totalCount, isWhole });
      taken = nodes.length;
    }
    if (isWhole) return undefined;
    after = pageInfo.endCursor;
  }
};
