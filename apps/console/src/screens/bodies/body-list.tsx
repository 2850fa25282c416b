import { Link, useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { LongTable } from '../../ui/long-table';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { BodyRow } from './body-row';
import { BODIES, type BodyPage } from './query';

/** The bodies that are asked for. */
export const BodyList = () => {
  const { t } = useWords();
  const { place, text, kind, asOf } = useSearch({ from: '/bodies' });
  const asked = { territoryId: place, text, orgKind: kind, asOf };
  const read = useRead(BODIES, asked);
  const note = useNote(read.at === 'read' ? read.data.organisations : undefined);
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  if (read.at === 'reading') return <Skeleton />;
  const page = read.data.organisations;
  const columns = (['name', 'what', 'where', 'above', 'valid'] as const).map((name) => t(`bodies.${name}`));
  return (
    <Sec title={t('bodies.title')} note={note}>
      {page.edges.length === 0 ? (
        <NoBody />
      ) : (
        <LongTable
          label={t('bodies.title')}
          columns={columns}
          key={JSON.stringify(asked)}
          query={BODIES}
          asked={asked}
          page={page}
          pageIn={({ organisations }) => organisations}
          row={(body) => <BodyRow key={body.id} body={body} />}
        />
      )}
    </Sec>
  );
};

const useNote = (page: BodyPage | undefined): string | undefined => {
  const { t } = useWords();
  if (!page) return undefined;
  return page.totalCount === null ? t('bodies.many') : t('bodies.count', { count: page.totalCount });
};

/** Nothing yet, nothing in this place, or nothing of what was asked for: not the same. */
const NoBody = () => {
  const { t } = useWords();
  const { place, text, kind } = useSearch({ from: '/bodies' });
  const isNarrowed = text !== undefined || kind !== undefined;
  if (place === undefined && !isNarrowed) return <p>{t('bodies.empty')}</p>;
  return (
    <p>
      {t(isNarrowed ? 'bodies.none' : 'bodies.none.here')}{' '}
      <Link to="/bodies" search={{ place: isNarrowed ? place : undefined }}>
        {t('directives.clear')}
      </Link>
    </p>
  );
};
