import { Link, type LinkProps } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import type { AnyVariables } from 'urql';
import { useRead } from '../../api/use-read';
import type { Listing, ListPage } from '../../ui/listing';
import { LongTable } from '../../ui/long-table';
import { Page } from '../../ui/page';
import { useRowKeys } from '../../ui/row-keys';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';

interface CountedPage<Node> extends ListPage<Node> {
  /** Null where there are more than are counted. */
  readonly totalCount: number | null;
}

/** What is said where nothing is shown: nothing yet, or nothing of what was asked for. These are not the same. */
interface Emptiness {
  readonly empty: string;
  readonly none: string;
  /** Where all of them are. */
  readonly all: NonNullable<LinkProps['to']>;
}

interface Props<Data, Asked extends AnyVariables, Node> extends Listing<Data, Asked, Node>, Emptiness {
  readonly pageIn: (data: Data) => CountedPage<Node>;
  readonly title: string;
  readonly columns: readonly string[];
  readonly count: (count: number) => string;
  readonly end: ReactNode;
}

/** A list of its own screen, as it is narrowed by what stands at its head. */
export const ListSheet = <Data, Asked extends AnyVariables, Node>(props: Props<Data, Asked, Node>) => {
  const { title, query, asked, pageIn, end } = props;
  const note = useNote(props);
  const read = useRead(query, asked);
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const page = read.at === 'read' ? pageIn(read.data) : undefined;
  return (
    <Page title={title} note={page ? note(page) : ''} end={end}>
      {page ? <Rows {...props} page={page} /> : <Skeleton />}
    </Page>
  );
};

const useNote = <Node,>({ count }: { readonly count: (count: number) => string }) => {
  const { t } = useWords();
  return ({ totalCount }: CountedPage<Node>) => (totalCount === null ? t('list.many') : count(totalCount));
};

interface RowsProps<Data, Asked extends AnyVariables, Node> extends Props<Data, Asked, Node> {
  readonly page: CountedPage<Node>;
}

const Rows = <Data, Asked extends AnyVariables, Node>({ page, ...props }: RowsProps<Data, Asked, Node>) => {
  const table = useRef<HTMLDivElement>(null);
  useRowKeys(table);
  if (page.edges.length === 0) return <Nothing {...props} />;
  const { title, columns, query, asked, pageIn, row } = props;
  return (
    <div ref={table}>
      <LongTable key={JSON.stringify(asked)} label={title} {...{ columns, query, asked, page, pageIn, row }} />
    </div>
  );
};

const Nothing = ({ asked, empty, none, all }: Emptiness & { readonly asked: object }) => {
  const { t } = useWords();
  const isNarrowed = Object.entries(asked).some(([name, value]) => name !== 'asOf' && value !== undefined);
  if (!isNarrowed) return <p>{empty}</p>;
  return (
    <p>
      {none} <Link to={all}>{t('directives.clear')}</Link>
    </p>
  );
};
