import events from 'labels:SecurityEvent';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { labelOf } from '../../lib/label';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { Table } from '../../ui/table';
import { useWords } from '../../words/use-words';
import { SECURITY_LOG, type Entry } from './query';
import { SecurityLine } from './security-line';
import css from './system.module.css';
import { SystemTabs } from './tabs';

/** What happened at the door and within: ids, counts and codes. */
export const Security = () => {
  const { t } = useWords();
  const { event } = useSearch({ from: '/system/security' });
  const read = useRead(SECURITY_LOG, {});
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const entries = read.data.securityLog;
  const shown = entries.filter((entry) => event === undefined || entry.event === event);
  return (
    <Page title={t('security.title')} note={t('security.note', { count: entries.length })} end={<SystemTabs />}>
      <Which entries={entries} />
      {shown.length === 0 && <p>{t('security.none')}</p>}
      {shown.length > 0 && <List entries={shown} />}
    </Page>
  );
};

/** What of them there is to choose from. */
const Which = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { event } = useSearch({ from: '/system/security' });
  const there = [
    ...new Set([...entries.map((entry) => entry.event as string), ...(event === undefined ? [] : [event])]),
  ];
  return (
    <p className={css.note}>
      <Choice
        label={t('security.event')}
        any={t('access.all')}
        value={event}
        options={there.sort().map((value) => ({ value, label: labelOf(events, value, language) }))}
        onChange={(value) => void navigate({ to: '/system/security', search: { event: value } })}
      />
    </p>
  );
};

const List = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const { t } = useWords();
  const columns = (['at', 'event', 'about', 'by', 'what', 'count'] as const).map((name) => t(`security.${name}`));
  return (
    <Table label={t('security.title')} columns={columns}>
      {entries.map((entry, place) => (
        <SecurityLine key={`${entry.at} ${String(place)}`} entry={entry} />
      ))}
    </Table>
  );
};
