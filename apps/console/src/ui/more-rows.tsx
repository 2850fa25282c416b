import { useState, type ReactNode } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useRead, type Given } from '../api/use-read';
import { useWords } from '../words/use-words';
import { Button } from './button';

/** A page of a list, as the API answers each. */
interface ListPage<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

interface Listing<Data, Asked extends AnyVariables, Node> {
  readonly query: TypedDocumentNode<Data, Asked>;
  /** What was asked for, without where the page begins. */
  readonly asked: Given<Asked>;
  readonly pageIn: (data: Data) => ListPage<Node>;
  readonly row: (node: Node) => ReactNode;
  readonly columns: number;
}

interface Props<Data, Asked extends AnyVariables, Node> extends Listing<Data, Asked, Node> {
  readonly page: ListPage<Node>;
}

/** The rows of a page, and below them the way to the next one. */
export const MoreRows = <Data, Asked extends AnyVariables, Node>({ page, ...list }: Props<Data, Asked, Node>) => (
  <>
    {page.edges.map(({ node }) => list.row(node))}
    {page.pageInfo.hasNextPage && <More after={page.pageInfo.endCursor} {...list} />}
  </>
);

interface After<Data, Asked extends AnyVariables, Node> extends Listing<Data, Asked, Node> {
  readonly after: string | null;
}

const More = <Data, Asked extends AnyVariables, Node>(props: After<Data, Asked, Node>) => {
  const { t } = useWords();
  const [isOpen, open] = useState(false);
  if (isOpen) return <Next {...props} />;
  return (
    <tr>
      <td colSpan={props.columns}>
        <Button onClick={() => open(true)}>{t('more.load', { n: 50 })}</Button>
      </td>
    </tr>
  );
};

const Next = <Data, Asked extends AnyVariables, Node>({ after, ...list }: After<Data, Asked, Node>) => {
  const { t } = useWords();
  const read = useRead(list.query, { ...list.asked, after });
  if (read.at === 'read') return <MoreRows {...list} page={list.pageIn(read.data)} />;
  return (
    <tr>
      <td colSpan={list.columns}>
        {read.at === 'reading' ? t('state.loading') : <Button onClick={read.again}>{t('state.again')}</Button>}
      </td>
    </tr>
  );
};
