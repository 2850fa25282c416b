import { Status } from '../ui/status';
import { useWords } from '../words/use-words';
import { behindOf, type Freshness } from './use-freshness';

/** How far the log is, whether lists show all of it, and whether the server answers. */
export const LogHead = ({ freshness }: { readonly freshness: Freshness }) => {
  const { t } = useWords();
  if (freshness.at === 'reading') return null;
  return (
    <span role="status">
      <Standing freshness={freshness} said={t('top.away')} />
    </span>
  );
};

const Standing = ({ freshness, said }: { readonly freshness: Freshness; readonly said: string }) => {
  const { t } = useWords();
  if (freshness.at !== 'read' || freshness.failure?.code === 'NO_ANSWER') return <Status kind="failed">{said}</Status>;
  const { head } = freshness.data.freshness;
  if (behindOf(freshness)) return <Status kind="near">{t('top.behind', { n: head ?? '0' })}</Status>;
  return <Status kind="closed">{t('top.head', { n: head ?? '0' })}</Status>;
};
