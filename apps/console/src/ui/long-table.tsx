import { useCallback, useMemo, useState, type ComponentProps } from 'react';
import type { AnyVariables } from 'urql';
import { FurtherPage } from './further-page';
import type { Listing, ListPage } from './listing';
import { Parts } from './parts';
import { Table } from './table';
import { Tail } from './tail';

interface Props<Data, Asked extends AnyVariables, Node>
  extends Listing<Data, Asked, Node>, Pick<ComponentProps<typeof Table>, 'label' | 'columns' | 'widths'> {
  readonly page: ListPage<Node>;
}

/**
 * A list as a table, page by page as somebody comes to their end. A page that was read stays while it is read again, so that nothing
 * moves under whoever reads it; of a long list, only what is near is drawn and kept up to date.
 */
export const LongTable = <Data, Asked extends AnyVariables, Node>({ page, ...list }: Props<Data, Asked, Node>) => {
  const { label, columns, widths } = list;
  const [further, keep] = useState<readonly ListPage<Node>[]>([]);
  const [isWanted, want] = useState(false);
  const [near, setNear] = useState<readonly [from: number, to: number]>([0, Infinity]);
  const pages = useMemo(() => [page, ...further], [page, further]);
  const nodes = useMemo(() => pages.flatMap(({ edges }) => edges.map(({ node }) => node)), [pages]);
  const came = useCallback((index: number, one: ListPage<Node>) => {
    keep((before) => [...before.slice(0, index - 1), one, ...before.slice(index)]);
    want(false);
  }, []);
  const hasMore = pages.at(-1)?.pageInfo.hasNextPage === true;
  const isRead = (index: number) => index === pages.length || isNear(pages, index, near);
  const count = pages.length + (isWanted && hasMore ? 1 : 0);
  return (
    <Table label={label} columns={columns} widths={widths} inParts>
      <Parts nodes={nodes} row={list.row} columns={columns.length} onNear={setNear} />
      {Array.from({ length: count - 1 }, (_, at) => at + 1)
        .filter(isRead)
        .map((index) => (
          <FurtherPage
            key={index}
            {...list}
            columns={columns.length}
            index={index}
            after={pages[index - 1]?.pageInfo.endCursor}
            onCome={came}
          />
        ))}
      {hasMore && !isWanted && <Tail columns={columns.length} onReach={() => want(true)} />}
    </Table>
  );
};

/** Whether a page has rows among those from here to there. */
const isNear = (pages: readonly ListPage<unknown>[], index: number, [from, to]: readonly [number, number]): boolean => {
  const first = pages.slice(0, index).reduce((sum, { edges }) => sum + edges.length, 0);
  return first <= to && first + (pages[index]?.edges.length ?? 0) >= from;
};
