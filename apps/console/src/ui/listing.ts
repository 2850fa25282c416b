import type { ReactNode } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import type { Given } from '../api/use-read';

/** A page of a list, as the API answers each. */
export interface ListPage<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

export interface Listing<Data, Asked extends AnyVariables, Node> {
  readonly query: TypedDocumentNode<Data, Asked>;
  /** What was asked for, without where the page begins. */
  readonly asked: Given<Asked>;
  readonly pageIn: (data: Data) => ListPage<Node>;
  readonly row: (node: Node) => ReactNode;
}
