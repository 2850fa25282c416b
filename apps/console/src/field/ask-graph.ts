import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { failureIn, NO_ANSWER, type Failure, type ToldError } from '../api/failure';
import { ask } from '../api/http';

interface Said<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly ToldError[];
}

const saidIn = <Data>({ data, errors: [first] = [] }: Said<Data>): { readonly data: Data } | Failure => {
  if (first) return failureIn(first);
  return data ? { data } : NO_ANSWER;
};

/** Asks the API one thing: a form keeps nothing of what it was answered, and needs no more than this. */
export const askGraph = async <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<{ readonly data: Data } | Failure> => {
  const body = JSON.stringify({ query: stringifyDocument(document), variables });
  const headers = { 'content-type': 'application/json' };
  const response = await ask('/graphql', { method: 'POST', headers, body }).catch(() => undefined);
  const said: unknown = await response?.json().catch(() => undefined);
  return said === undefined ? NO_ANSWER : saidIn(said as Said<Data>);
};
