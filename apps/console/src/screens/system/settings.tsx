import sources from 'labels:SettingSource';
import { useRead } from '../../api/use-read';
import { labelOf } from '../../lib/label';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import { SETTINGS } from './query';
import css from './system.module.css';
import { SystemTabs } from './tabs';

/** What the server was started with, and where each value comes from. */
export const Settings = () => {
  const { t, language } = useWords();
  const read = useRead(SETTINGS, {});
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { settings } = read.data.system;
  const columns = (['name', 'value', 'source'] as const).map((name) => t(`settings.${name}`));
  return (
    <Page title={t('settings.title')} note={t('settings.note')} end={<SystemTabs />}>
      {settings.length === 0 && <p>{t('settings.none')}</p>}
      {settings.length > 0 && (
        <Table label={t('settings.title')} columns={columns}>
          {settings.map(({ name, value, source, masked }) => (
            <tr key={name}>
              <td className={css.variable}>{name}</td>
              <td className={css.value}>
                {value ?? <span className={text.note}>{t(masked ? 'settings.masked' : 'settings.unset')}</span>}
              </td>
              <td className={text.number}>{labelOf(sources, source, language)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  );
};
