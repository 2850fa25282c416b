import { graphql } from '../api/graphql';
import { useRead } from '../api/use-read';
import { Status } from '../ui/status';
import text from '../ui/text.module.css';
import { useWords } from '../words/use-words';

const HEAD = graphql(`
  query Head {
    head
  }
`);

/** How far the log is, and whether the server answers. */
export const LogHead = () => {
  const { t } = useWords();
  const read = useRead(HEAD, {});
  if (read.at === 'reading') return null;
  const isAway = read.at === 'failed' || read.failure?.code === 'NO_ANSWER';
  return (
    <span role="status" className={text.note}>
      {isAway && <Status kind="failed">{t('top.away')}</Status>}
      {!isAway && t('top.head', { n: read.data.head ?? '0' })}
    </span>
  );
};
