import { Tabs } from '../../ui/tabs';
import { useWords } from '../../words/use-words';

/** What somebody may do, and who can come in at all. */
export const AccessTabs = () => {
  const { t } = useWords();
  return (
    <Tabs
      label={t('access.tabs')}
      tabs={[
        { to: '/access', name: t('access.title') },
        { to: '/access/accounts', name: t('accounts.title') },
      ]}
    />
  );
};
