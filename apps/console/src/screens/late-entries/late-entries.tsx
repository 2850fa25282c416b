import statuses from 'labels:LateEntryStatus';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { Choice } from '../../ui/choice';
import { SearchField } from '../../ui/search-field';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { ListSheet } from '../orders/list-sheet';
import { NewLinks } from '../orders/new-links';
import { OrderTabs } from '../orders/order-tabs';
import { LATE_ENTRIES, type LateEntryRow } from './query';
import { happenedIn, markOf } from './said';
import { LATE_ENTRY_STATUSES } from './which';

/** What is registered to be told late, and how much of it is told. */
export const LateEntries = () => {
  const { t } = useWords();
  const { asOf, text: words, status } = useSearch({ from: '/late-entries' });
  return (
    <ListSheet
      title={t('late.title')}
      end={<End />}
      query={LATE_ENTRIES}
      asked={{ asOf, text: words, status }}
      pageIn={({ lateEntries }) => lateEntries}
      columns={(['what', 'happened', 'told', 'registered', 'status'] as const).map((name) => t(`late.${name}`))}
      row={(row) => <Row key={row.id} row={row} />}
      count={(count) => t('late.count', { count })}
      empty={t('late.empty')}
      none={t('late.none')}
      all="/late-entries"
    />
  );
};

const End = () => {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/late-entries' });
  const ask = (part: Partial<typeof search>) => void navigate({ to: '/late-entries', search: { ...search, ...part } });
  return (
    <>
      <OrderTabs />
      <SearchField
        key={search.text}
        label={t('late.search')}
        value={search.text}
        onSearch={(words) => ask({ text: words })}
      />
      <Choice
        label={t('directives.status')}
        any={t('directives.any')}
        value={search.status}
        options={LATE_ENTRY_STATUSES.map((value) => ({ value, label: labelOf(statuses, value, language) }))}
        onChange={(status) => ask({ status })}
      />
      <NewLinks only={['registerLateEntry', 'registerLedger']} />
    </>
  );
};

const Row = ({ row }: { readonly row: LateEntryRow }) => {
  const { t } = useWords();
  const telling = useTelling();
  return (
    <tr>
      <td>
        <Link to="/late-entries/$id" params={{ id: row.id }}>
          {markOf(row)}
        </Link>
        <div className={text.note}>{row.what}</div>
      </td>
      <td className={text.number}>{happenedIn(row, telling)}</td>
      <td>{t('late.told.n', { told: row.told, holds: row.holds })}</td>
      <td>
        {row.registeredBy.label} <span className={text.note}>{telling.moment(row.registeredAt)}</span>
      </td>
      <td>
        <Standing status={row.status} />
      </td>
    </tr>
  );
};

const KINDS = { registered: 'partial', confirmed: 'closed', refused: 'failed' } as const;

/** Where it stands, by its shape and in words. */
export const Standing = ({ status }: Pick<LateEntryRow, 'status'>) => {
  const { language } = useWords();
  return <Status kind={KINDS[status]}>{labelOf(statuses, status, language)}</Status>;
};
