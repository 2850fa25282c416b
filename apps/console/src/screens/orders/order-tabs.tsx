import { Tabs } from '../../ui/tabs';
import { useWords } from '../../words/use-words';

/** Orders, and what they come from. */
export const OrderTabs = () => {
  const { t } = useWords();
  return (
    <Tabs
      label={t('orders.label')}
      tabs={[
        { to: '/directives', name: t('directives.title') },
        { to: '/meetings', name: t('meetings.title') },
        { to: '/imports', name: t('imports.title') },
        { to: '/late-entries', name: t('late.title') },
      ]}
    />
  );
};
