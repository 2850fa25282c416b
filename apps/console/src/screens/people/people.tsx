import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../../api/use-may';
import { useRead } from '../../api/use-read';
import { now } from '../../lib/server-time';
import { LongTable } from '../../ui/long-table';
import { Page } from '../../ui/page';
import { SearchField } from '../../ui/search-field';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { isHeldAt } from './appointments';
import { DirectoryTabs } from './directory-tabs';
import { PEOPLE, peopleIn, type PeoplePage, type PersonOfList } from './query';

/** People, as far as they are to be seen, and where they hold posts. */
export const People = () => {
  const { t } = useWords();
  const { text, asOf } = useSearch({ from: '/people' });
  const asked = { text, asOf };
  const read = useRead(PEOPLE, asked);
  const page = read.at === 'read' ? read.data.persons : undefined;
  const note = useNote(page);
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  return (
    <Page title={t('people.title')} note={note} end={<Tools />}>
      {page ? <List page={page} asked={asked} /> : <Skeleton />}
    </Page>
  );
};

const useNote = (page: PeoplePage | undefined): string => {
  const { t } = useWords();
  if (!page) return '';
  return page.totalCount === null ? t('people.many') : t('people.count', { count: page.totalCount });
};

const Tools = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { text } = useSearch({ from: '/people' });
  const may = useMay('registerPerson');
  return (
    <>
      <DirectoryTabs />
      <SearchField
        key={text}
        label={t('people.search')}
        value={text}
        onSearch={(words) => void navigate({ to: '/people', search: { text: words } })}
      />
      {may('registerPerson')?.allowed && <Link to="/people/new">{t('people.new')}</Link>}
    </>
  );
};

interface ListProps {
  readonly page: PeoplePage;
  readonly asked: { readonly text: string | undefined; readonly asOf: string | undefined };
}

const List = ({ page, asked }: ListProps) => {
  const { t } = useWords();
  if (page.edges.length === 0) return <NoPerson text={asked.text} />;
  const columns = (['name', 'posts'] as const).map((name) => t(`people.${name}`));
  return (
    <LongTable
      label={t('people.title')}
      columns={columns}
      key={JSON.stringify(asked)}
      query={PEOPLE}
      asked={asked}
      page={page}
      pageIn={peopleIn}
      row={(person) => <Row key={person.id} person={person} asOf={asked.asOf} />}
    />
  );
};

const NoPerson = ({ text }: { readonly text: string | undefined }) => {
  const { t } = useWords();
  if (text === undefined) return <p>{t('people.empty')}</p>;
  return (
    <p>
      {t('people.none')} <Link to="/people">{t('directives.clear')}</Link>
    </p>
  );
};

const Row = ({ person, asOf }: { readonly person: PersonOfList; readonly asOf: string | undefined }) => {
  const { t } = useWords();
  const at = asOf === undefined ? now() : new Date(asOf);
  const held = person.appointments.filter((one) => isHeldAt(one, at));
  const bodies = new Map(held.map(({ organisation: { id, label } }) => [id, label]));
  return (
    <tr>
      <td>
        <Link to="/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>
      </td>
      <td>{bodies.size === 0 ? t('people.posts.none') : [...bodies.values()].join('、')}</td>
    </tr>
  );
};
