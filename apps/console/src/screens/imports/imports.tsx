import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Choice } from '../../ui/choice';
import { SearchField } from '../../ui/search-field';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { ListSheet } from '../orders/list-sheet';
import { NewLinks } from '../orders/new-links';
import { OrderTabs } from '../orders/order-tabs';
import { IMPORTS, type ImportRow } from './query';
import { IMPORT_STATES } from './which';

/** The notices that came in, and which of them wait for another person. */
export const Imports = () => {
  const { t } = useWords();
  const { asOf, text, state } = useSearch({ from: '/imports' });
  return (
    <ListSheet
      title={t('imports.title')}
      end={<End />}
      query={IMPORTS}
      asked={{ asOf, text, confirmed: state && state === 'confirmed' }}
      pageIn={({ noticeImports }) => noticeImports}
      columns={(['file', 'by', 'at', 'holds', 'state'] as const).map((name) => t(`imports.list.${name}`))}
      row={(row) => <Row key={row.id} row={row} />}
      count={(count) => t('imports.count', { count })}
      empty={t('imports.empty')}
      none={t('imports.none')}
      all="/imports"
    />
  );
};

const End = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/imports' });
  const ask = (part: Partial<typeof search>) => void navigate({ to: '/imports', search: { ...search, ...part } });
  return (
    <>
      <OrderTabs />
      <SearchField
        key={search.text}
        label={t('imports.search')}
        value={search.text}
        onSearch={(words) => ask({ text: words })}
      />
      <Choice
        label={t('directives.status')}
        any={t('directives.any')}
        value={search.state}
        options={IMPORT_STATES.map((value) => ({ value, label: t(`imports.state.${value}`) }))}
        onChange={(state) => ask({ state })}
      />
      <NewLinks only={['importNotice']} />
    </>
  );
};

const Row = ({ row }: { readonly row: ImportRow }) => {
  const { t } = useWords();
  const telling = useTelling();
  return (
    <tr>
      <td>
        <Link to="/imports/$id" params={{ id: row.id }}>
          {row.fileName}
        </Link>
      </td>
      <td>{row.importedBy.label}</td>
      <td className={text.number}>{telling.moment(row.importedAt)}</td>
      <td>{t('imports.holds', { documents: row.documents, questions: row.questions })}</td>
      <td>
        <State row={row} />
      </td>
    </tr>
  );
};

const State = ({ row: { confirmedAt, confirmedBy } }: { readonly row: ImportRow }) => {
  const { t } = useWords();
  const telling = useTelling();
  if (confirmedAt === null) return <Status kind="partial">{t('imports.state.waiting')}</Status>;
  return t('imports.confirmed', { who: confirmedBy?.label ?? '', at: telling.moment(confirmedAt) });
};
