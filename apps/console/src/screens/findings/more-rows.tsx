import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import { FindingRow } from './finding-row';
import { FINDINGS, type Asked, type FindingPage } from './query';

/** The rows of a page, and below them the way to the next one. */
export const Rows = ({ page, asked }: { readonly page: FindingPage; readonly asked: Asked }) => {
  const { pageInfo, edges } = page;
  return (
    <>
      {edges.map(({ node }) => (
        <FindingRow key={node.id} row={node} asOf={asked.asOf} />
      ))}
      {pageInfo.hasNextPage && <More after={pageInfo.endCursor} asked={asked} />}
    </>
  );
};

interface MoreProps {
  readonly after: string | null;
  readonly asked: Asked;
}

const More = (props: MoreProps) => {
  const { t } = useWords();
  const [isOpen, open] = useState(false);
  if (isOpen) return <Next {...props} />;
  return (
    <tr>
      <td colSpan={5}>
        <Button onClick={() => open(true)}>{t('more.load', { n: 50 })}</Button>
      </td>
    </tr>
  );
};

const Next = ({ after, asked }: MoreProps) => {
  const { t } = useWords();
  const read = useRead(FINDINGS, { ...asked, after });
  if (read.at === 'read') return <Rows page={read.data.findings} asked={asked} />;
  return (
    <tr>
      <td colSpan={5}>
        {read.at === 'reading' ? t('state.loading') : <Button onClick={read.again}>{t('state.again')}</Button>}
      </td>
    </tr>
  );
};
