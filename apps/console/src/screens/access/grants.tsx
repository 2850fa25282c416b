import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { Beside } from '../../ui/beside';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { backToRow } from './back-to-row';
import { GrantFilters } from './grant-filters';
import { GrantList } from './grant-list';
import { GrantPanel } from './grant-panel';
import { grantsAsked, GRANTS, MAY_GRANT } from './query';
import { AccessTabs } from './tabs';
import type { GrantsSearch } from './which';

/** Comes when somebody grants something. */
const GrantForm = lazy(() => import('./grant-form').then(({ GrantForm: loaded }) => ({ default: loaded })));

/** Who may do what, over what, from when until when, by whose hand. */
export const Grants = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/access' });
  const { asOf } = useAsOf();
  const asked = grantsAsked(search, asOf);
  const read = useRead(GRANTS, asked);
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const page = read.at === 'read' ? read.data.grants : undefined;
  const ask = (part: GrantsSearch) => void navigate({ to: '/access', search: { ...search, ...part } });
  const count = page?.totalCount;
  return (
    <Page
      title={t('access.title')}
      note={typeof count === 'number' ? t('access.count', { count }) : ''}
      end={<AccessTabs />}
    >
      <GrantFilters search={search} rows={page?.edges.map(({ node }) => node) ?? []} onAsk={ask} />
      <Beside panel={<Panel search={search} asOf={asOf} onAsk={ask} />}>
        {page ? <GrantList page={page} asked={asked} search={search} /> : <Skeleton />}
      </Beside>
    </Page>
  );
};

interface PanelProps {
  readonly search: GrantsSearch;
  readonly asOf: string | undefined;
  readonly onAsk: (part: GrantsSearch) => void;
}

const CLOSED: GrantsSearch = { of: undefined, n: undefined, act: undefined };

/** Beside the list: what is open of it, or what begins something. */
const Panel = ({ search: { of, n, act }, asOf, onAsk }: PanelProps) => {
  const close = () => {
    backToRow();
    onAsk(CLOSED);
  };
  if (of !== undefined && n !== undefined)
    return <GrantPanel key={`${of} ${n}`} of={of} number={Number(n)} asOf={asOf} onClose={close} />;
  if (asOf !== undefined) return null;
  if (act === undefined) return <Begin onBegin={() => onAsk({ act: 'grantRole' })} />;
  return (
    <Suspense fallback={<Skeleton />}>
      <GrantForm onClose={close} onRecorded={(id) => onAsk({ ...CLOSED, ...id })} />
    </Suspense>
  );
};

const Begin = ({ onBegin }: { readonly onBegin: () => void }) => {
  const { t } = useWords();
  const read = useRead(MAY_GRANT, {});
  if (read.at !== 'read') return null;
  return (
    <>
      {read.data.me.viewerCan.some(({ allowed }) => allowed) && (
        <Button kind="primary" onClick={onBegin}>
          {t('access.grant')}
        </Button>
      )}
      <p>{t('access.how')}</p>
    </>
  );
};
