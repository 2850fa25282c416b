import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { Beside } from '../../ui/beside';
import { Chips } from '../../ui/chips';
import { LongTable } from '../../ui/long-table';
import { Page } from '../../ui/page';
import { useRowKeys } from '../../ui/row-keys';
import { Segmented } from '../../ui/segmented';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import css from './access.module.css';
import { backToRow } from './back-to-row';
import { AccountPanel } from './account-panel';
import { AccountLine } from './account-row';
import { ACCOUNTS, type AccountPage } from './query';
import { AccessTabs } from './tabs';
import { STANDINGS, type AccountsSearch } from './which';

/** Who can come in. */
export const Accounts = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/access/accounts' });
  const { asOf } = useAsOf();
  const { standing, person } = search;
  const asked = { asOf, enabled: standing && standing === 'open', personId: person };
  const read = useRead(ACCOUNTS, asked);
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const page = read.at === 'read' ? read.data.accounts : undefined;
  const ask = (part: AccountsSearch) => void navigate({ to: '/access/accounts', search: { ...search, ...part } });
  const count = page?.totalCount;
  return (
    <Page
      title={t('accounts.title')}
      note={typeof count === 'number' ? t('accounts.count', { count }) : ''}
      end={<AccessTabs />}
    >
      <Which search={search} onAsk={ask} />
      <Beside
        panel={
          <AccountPanel
            of={search.of}
            asOf={asOf}
            onClose={() => {
              backToRow();
              ask({ of: undefined });
            }}
          />
        }
      >
        {page ? <List page={page} asked={asked} search={search} /> : <Skeleton />}
      </Beside>
    </Page>
  );
};

interface WhichProps {
  readonly search: AccountsSearch;
  readonly onAsk: (part: AccountsSearch) => void;
}

const Which = ({ search: { standing }, onAsk }: WhichProps) => {
  const { t } = useWords();
  const off = () => onAsk({ standing: undefined });
  return (
    <>
      <div className={css.filters}>
        <Segmented
          label={t('accounts.status')}
          value={standing ?? 'all'}
          options={(['all', ...STANDINGS] as const).map((value) => ({
            value,
            label: value === 'all' ? t('access.all') : t(`accounts.is.${value}`),
          }))}
          onChange={(value) => onAsk({ standing: value === 'all' ? undefined : value })}
        />
      </div>
      <Chips chips={standing === undefined ? [] : [{ said: t(`accounts.is.${standing}`), off }]} onClear={off} />
    </>
  );
};

interface ListProps {
  readonly page: AccountPage;
  readonly asked: { readonly asOf: string | undefined; readonly enabled: boolean | undefined };
  readonly search: AccountsSearch;
}

const List = ({ page, asked, search }: ListProps) => {
  const { t } = useWords();
  const table = useRef<HTMLDivElement>(null);
  useRowKeys(table);
  if (page.edges.length === 0) return <p>{t(search.standing === undefined ? 'accounts.empty' : 'accounts.none')}</p>;
  const columns = (['who', 'status', 'since', 'by'] as const).map((name) => t(`accounts.${name}`));
  return (
    <div ref={table}>
      <LongTable
        label={t('accounts.title')}
        columns={columns}
        key={JSON.stringify(asked)}
        query={ACCOUNTS}
        asked={{ ...asked, personId: search.person }}
        page={page}
        pageIn={({ accounts }) => accounts}
        row={(row) => <AccountLine key={row.id} row={row} isOpen={search.of === row.person.id} />}
      />
    </div>
  );
};
