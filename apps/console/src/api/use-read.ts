import { useCallback, useEffect, useState } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { onAgain } from '../lib/again';
import { useWritten } from '../lib/written';
import { failureOf, type Failure } from './failure';

/** How far reading has come. What was read before stays while it is read again, also when that fails. */
export type Read<Data> =
  | { readonly at: 'reading' }
  | { readonly at: 'failed'; readonly failure: Failure; readonly again: () => void }
  | {
      readonly at: 'read';
      readonly data: Data;
      readonly stale: boolean;
      readonly failure: Failure | undefined;
      readonly again: () => void;
    };

interface Kept<Data> {
  readonly key: string;
  readonly data: Data;
}

/** What is not asked for may be left out, or not be there. */
export type Given<Variables> = { readonly [Name in keyof Variables]: Variables[Name] | undefined };

/** What stands on the page: what was read now, or before for the same. */
const shownOf = <Data>(data: Data | undefined, kept: Kept<Data> | undefined, key: string): Data | undefined =>
  data ?? (kept?.key === key ? kept.data : undefined);

/** Whoever is not signed in any more is asked to sign in above the page, and then it is read again. */
export const isTold = (failure: Failure | undefined): failure is Failure =>
  failure !== undefined && failure.code !== 'UNAUTHENTICATED';

const failureIn = ({ error }: { readonly error?: CombinedError | undefined }): Failure | undefined =>
  error && failureOf(error);

/** Whether a query says that it can wait for what was written. */
const canWait = ({ definitions }: Pick<TypedDocumentNode, 'definitions'>): boolean =>
  definitions.some(
    (definition) =>
      'operation' in definition &&
      definition.variableDefinitions?.some(({ variable }) => variable.name.value === 'waitFor'),
  );

/** The variables, with the position to wait for where the query can. */
export const useAsked = <Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Given<Variables>,
) => {
  const written = useWritten();
  return { ...variables, ...(written !== undefined && canWait(query) && { waitFor: written }) };
};

/** Reads something for a screen. A query with `$waitFor` waits until it holds what this page has written. */
export const useRead = <Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Given<Variables>,
): Read<Data> => {
  const asked = useAsked(query, variables);
  const [result, ask] = useQuery<Data>({ query, variables: asked, requestPolicy: 'cache-and-network' });
  const again = useCallback(() => {
    ask({ requestPolicy: 'network-only' });
  }, [ask]);
  useEffect(() => onAgain(again), [again]);
  const key = JSON.stringify(variables);
  const data = result.data ?? undefined;
  const [kept, keep] = useState<Kept<Data>>();
  if (data !== undefined && kept?.data !== data) keep({ key, data });
  const failure = failureIn(result);
  const shown = shownOf(data, kept, key);
  if (shown !== undefined) return { at: 'read', data: shown, stale: result.stale || result.fetching, failure, again };
  return isTold(failure) ? { at: 'failed', failure, again } : { at: 'reading' };
};
