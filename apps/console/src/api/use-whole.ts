import { useCallback, useEffect, useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { onAgain } from '../lib/again';
import { failureOf, type Failure } from './failure';
import { isTold, useAsked, type Given, type Read } from './use-read';

/** A page of a list, as the API answers each. */
interface ListPage<Node> {
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

interface Kept<Node, Page> {
  readonly key: string;
  readonly whole: Whole<Node, Page>;
}

/** A list that was whole is not taken back to its first page while it is read again. */
const grown =
  <Node, Page>(next: Kept<Node, Page>) =>
  (before: Kept<Node, Page> | undefined): Kept<Node, Page> =>
    before?.key === next.key && before.whole.isWhole && !next.whole.isWhole ? before : next;

/** Asks for page after page until there is none; `take` is told of each, and says whether anybody still wants them. */
const readAll = async <Node, Page extends ListPage<Node>>(
  ask: (after: string | null) => Promise<{ readonly page?: Page; readonly failure?: Failure | undefined }>,
  take: (whole: Whole<Node, Page>) => boolean,
): Promise<Failure | undefined> => {
  let nodes: readonly Node[] = [];
  for (let after: string | null = null; ;) {
    const { page, failure } = await ask(after);
    if (!page) return failure;
    const { edges, totalCount, pageInfo } = page;
    nodes = [...nodes, ...edges.map(({ node }) => node)];
    const isWhole = !pageInfo.hasNextPage;
    if (!take({ nodes, last: page, total: totalCount, isWhole }) || isWhole) return undefined;
    after = pageInfo.endCursor;
  }
};

/** Reads a whole list, page after page; what was read before stays while it is read again, and when that fails. */
export const useWhole = <Data, Variables extends AnyVariables, Node, Page extends ListPage<Node>>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Given<Variables>,
  pageIn: (data: Data) => Page & ListPage<Node>,
): Read<Whole<Node, Page>> => {
  const client = useClient();
  const asked = useAsked(query, variables);
  const [key, askedKey] = [JSON.stringify(variables), JSON.stringify(asked)];
  const [round, setRound] = useState(0);
  const [kept, keep] = useState<Kept<Node, Page>>();
  const [reading, setReading] = useState<{ readonly is: boolean; readonly failure?: Failure | undefined }>({
    is: true,
  });
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => onAgain(again), [again]);
  useEffect(() => {
    let isWanted = true;
    const ask = async (after: string | null) => {
      const given = { ...(JSON.parse(askedKey) as object), after } as unknown as Variables;
      const { data, error } = await client.query(query, given, { requestPolicy: 'network-only' }).toPromise();
      return data ? { page: pageIn(data) } : { failure: error && failureOf(error) };
    };
    const take = (whole: Whole<Node, Page>) => {
      if (isWanted) keep(grown({ key, whole }));
      return isWanted;
    };
    setReading({ is: true });
    void readAll(ask, take).then((failure) => {
      if (isWanted) setReading({ is: false, failure });
    });
    return () => {
      isWanted = false;
    };
  }, [client, query, pageIn, key, askedKey, round]);
  const { is: stale, failure } = reading;
  if (kept?.key === key) return { at: 'read', data: kept.whole, stale, failure, again };
  return isTold(failure) ? { at: 'failed', failure, again } : { at: 'reading' };
};
