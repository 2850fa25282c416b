import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../words/use-words';
import { ListSheet } from '../orders/list-sheet';
import { NewLinks } from '../orders/new-links';
import { OrderTabs } from '../orders/order-tabs';
import { DirectiveRow } from './directive-row';
import { Filters, type Narrowed } from './filters';
import { askedBy, DIRECTIVES } from './query';

/** What was ordered, by what one asks for. */
export const Directives = () => {
  const { t } = useWords();
  return (
    <ListSheet
      title={t('directives.title')}
      end={<End />}
      query={DIRECTIVES}
      asked={askedBy(useSearch({ from: '/directives' }))}
      pageIn={({ directives }) => directives}
      columns={(['what', 'issuer', 'kind', 'issued', 'recipients', 'status'] as const).map((name) =>
        t(`directives.${name}`),
      )}
      row={(row) => <DirectiveRow key={row.id} row={row} />}
      count={(count) => t('directives.count', { count })}
      empty={t('directives.empty')}
      none={t('directives.none')}
      all="/directives"
    />
  );
};

const End = () => {
  const navigate = useNavigate();
  const search = useSearch({ from: '/directives' });
  const ask = (part: Narrowed) => void navigate({ to: '/directives', search: { ...search, ...part } });
  return (
    <>
      <OrderTabs />
      <Filters narrowed={search} onAsk={ask} />
      <NewLinks only={['registerMeeting', 'importNotice', 'draftDirective']} />
    </>
  );
};
