import { Tabs } from '../../ui/tabs';
import { useWords } from '../../words/use-words';

/** Bodies and people are two sides of one directory. */
export const DirectoryTabs = () => {
  const { t } = useWords();
  return (
    <Tabs
      label={t('directory.label')}
      tabs={[
        { to: '/bodies', name: t('bodies.title') },
        { to: '/people', name: t('people.title') },
      ]}
    />
  );
};
