import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useMay } from '../../api/use-may';
import { useRead } from '../../api/use-read';
import { LongTable } from '../../ui/long-table';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { DirectiveRow } from './directive-row';
import { Filters, type Narrowed } from './filters';
import { askedBy, DIRECTIVES, type Asked, type DirectivePage } from './query';

/** What was ordered, by what one asks for. */
export const Directives = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/directives' });
  const asked = askedBy(search);
  const read = useRead(DIRECTIVES, asked);
  const page = read.at === 'read' ? read.data.directives : undefined;
  const note = useNote(page);
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const ask = (part: Narrowed) => void navigate({ to: '/directives', search: { ...search, ...part } });
  return (
    <Page title={t('directives.title')} note={note} end={<End narrowed={search} onAsk={ask} />}>
      {page ? <List page={page} asked={asked} /> : <Skeleton />}
    </Page>
  );
};

const End = (props: ComponentProps<typeof Filters>) => (
  <>
    <Filters {...props} />
    <DraftLinks />
  </>
);

const NEW = [
  { command: 'registerMeeting', to: '/meetings/new', name: 'meetings.new' },
  { command: 'importNotice', to: '/imports/new', name: 'imports.new' },
  { command: 'draftDirective', to: '/directives/new', name: 'draft.new' },
] as const;

/** The ways to a new order, and to what it comes from, for those who may. */
const DraftLinks = () => {
  const { t } = useWords();
  const may = useMay(...NEW.map(({ command }) => command));
  return NEW.filter(({ command }) => may(command)?.allowed).map(({ to, name }) => (
    <Link key={to} to={to}>
      {t(name)}
    </Link>
  ));
};

const useNote = (page: DirectivePage | undefined): string => {
  const { t } = useWords();
  if (!page) return '';
  return page.totalCount === null ? t('directives.many') : t('directives.count', { count: page.totalCount });
};

const List = ({ page, asked }: { readonly page: DirectivePage; readonly asked: Asked }) => {
  const { t } = useWords();
  if (page.edges.length === 0)
    return <NoDirective isNarrowed={Object.values({ ...asked, asOf: undefined }).some((one) => one !== undefined)} />;
  const columns = (['what', 'issuer', 'kind', 'issued', 'recipients', 'status'] as const).map((name) =>
    t(`directives.${name}`),
  );
  return (
    <LongTable
      label={t('directives.title')}
      columns={columns}
      key={JSON.stringify(asked)}
      query={DIRECTIVES}
      asked={asked}
      page={page}
      pageIn={({ directives }) => directives}
      row={(row) => <DirectiveRow key={row.id} row={row} />}
    />
  );
};

/** Nothing yet, or nothing of what was asked for: not the same. */
const NoDirective = ({ isNarrowed }: { readonly isNarrowed: boolean }) => {
  const { t } = useWords();
  if (!isNarrowed) return <p>{t('directives.empty')}</p>;
  return (
    <p>
      {t('directives.none')} <Link to="/directives">{t('directives.clear')}</Link>
    </p>
  );
};
