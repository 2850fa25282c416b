import { useEffect } from 'react';
import type { AnyVariables } from 'urql';
import { useRead } from '../api/use-read';
import { useWords } from '../words/use-words';
import { Button } from './button';
import type { Listing, ListPage } from './listing';

interface Props<Data, Asked extends AnyVariables, Node> extends Listing<Data, Asked, Node> {
  /** Which page it is; the first one is 0. */
  readonly index: number;
  readonly after: string | null | undefined;
  readonly columns: number;
  readonly onCome: (index: number, page: ListPage<Node>) => void;
}

/** Reads a page, and hands it on whenever it has come; says so where it has not. */
export const FurtherPage = <Data, Asked extends AnyVariables, Node>(props: Props<Data, Asked, Node>) => {
  const { query, asked, after, pageIn, index, onCome, columns } = props;
  const { t } = useWords();
  const read = useRead(query, { ...asked, after });
  const page = read.at === 'read' ? pageIn(read.data) : undefined;
  useEffect(() => {
    if (page) onCome(index, page);
  }, [page, index, onCome]);
  if (read.at === 'read') return null;
  return (
    <tbody>
      <tr>
        <td colSpan={columns}>
          {read.at === 'reading' ? t('state.loading') : <Button onClick={read.again}>{t('state.again')}</Button>}
        </td>
      </tr>
    </tbody>
  );
};
