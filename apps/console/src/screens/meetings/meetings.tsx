import forms from 'labels:MeetingForm';
import kinds from 'labels:MeetingKind';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { SearchField } from '../../ui/search-field';
import { useStatedDay } from '../../words/use-stated-day';
import { useWords } from '../../words/use-words';
import { ListSheet } from '../orders/list-sheet';
import { NewLinks } from '../orders/new-links';
import { OrderTabs } from '../orders/order-tabs';
import { MEETINGS, type MeetingRow } from './query';

/** The meetings that orders come from. */
export const Meetings = () => {
  const { t } = useWords();
  const { asOf, text } = useSearch({ from: '/meetings' });
  return (
    <ListSheet
      title={t('meetings.title')}
      end={<End text={text} />}
      query={MEETINGS}
      asked={{ asOf, text }}
      pageIn={({ meetings }) => meetings}
      columns={(['what', 'by', 'on', 'kind'] as const).map((name) => t(`meetings.${name}`))}
      row={(row) => <Row key={row.id} row={row} />}
      count={(count) => t('meetings.count', { count })}
      empty={t('meetings.empty')}
      none={t('meetings.none')}
      all="/meetings"
    />
  );
};

const End = ({ text }: { readonly text: string | undefined }) => {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <>
      <OrderTabs />
      <SearchField
        key={text}
        label={t('meetings.search')}
        value={text}
        onSearch={(words) => void navigate({ to: '/meetings', search: (before) => ({ ...before, text: words }) })}
      />
      <NewLinks only={['registerMeeting']} />
    </>
  );
};

const Row = ({ row }: { readonly row: MeetingRow }) => {
  const { language } = useWords();
  const day = useStatedDay();
  return (
    <tr>
      <td>
        <Link to="/meetings/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
      </td>
      <td>{row.heldBy}</td>
      <td>{day(row.heldOn)}</td>
      <td>
        {[...row.kinds.map((kind) => labelOf(kinds, kind, language)), labelOf(forms, row.form, language)].join(' · ')}
      </td>
    </tr>
  );
};
