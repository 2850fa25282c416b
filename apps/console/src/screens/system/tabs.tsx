import { useWords } from '../../words/use-words';
import { Tabs } from '../../ui/tabs';

/** How it stands, what it was started with, and what happened at its door. */
export const SystemTabs = () => {
  const { t } = useWords();
  return (
    <Tabs
      label={t('system.tabs')}
      tabs={[
        { to: '/system', name: t('system.state') },
        { to: '/system/settings', name: t('settings.title') },
        { to: '/system/security', name: t('security.title') },
      ]}
    />
  );
};
