import { useCallback, useEffect, useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { onAgain } from '../lib/again';
import { failureOf, type Failure } from './failure';
import { readAll, type ListPage, type Whole } from './read-all';
import { isTold, useAsked, type Given, type Read } from './use-read';

interface Kept<Node, Page> {
  readonly key: string;
  readonly whole: Whole<Node, Page>;
}

/** A list that was whole is not taken back to its first page while it is read again. */
const grown =
  <Node, Page>(next: Kept<Node, Page>) =>
  (before: Kept<Node, Page> | undefined): Kept<Node, Page> =>
    before?.key === next.key && before.whole.isWhole && !next.whole.isWhole ? before : next;

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
    let isLeft = false;
    const ask = async (after: string | null) => {
      const given = { ...(JSON.parse(askedKey) as object), after } as unknown as Variables;
      const { data, error } = await client.query(query, given, { requestPolicy: 'network-only' }).toPromise();
      return data ? { page: pageIn(data) } : { failure: error && failureOf(error) };
    };
    const isWanted = () => !isLeft;
    const take = (whole: Whole<Node, Page>) => keep(grown({ key, whole }));
    setReading({ is: true });
    void readAll({ ask, isWanted, take }).then((failure) => {
      if (isWanted()) setReading({ is: false, failure });
    });
    return () => {
      isLeft = true;
    };
  }, [client, query, pageIn, key, askedKey, round]);
  const { is: stale, failure } = reading;
  if (kept?.key === key) return { at: 'read', data: kept.whole, stale, failure, again };
  return isTold(failure) ? { at: 'failed', failure, again } : { at: 'reading' };
};
