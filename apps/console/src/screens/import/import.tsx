import confirmImport from 'act:confirmImport';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import { ActPanel } from '../../forms/act-panel';
import { Beginning } from '../../forms/beginning';
import { useAsOf } from '../../frame/as-of';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Segmented } from '../../ui/segmented';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import { NothingHere } from '../nothing-here';
import { DigestEntry } from './digest-entry';
import { ImportFacts } from './import-facts';
import { ImportForm } from './import-form';
import css from './import.module.css';
import { Original } from './original';
import { IMPORT, type Imported } from './query';

const CONFIRM: Act = { ...confirmImport, entries: { sha256: DigestEntry } };

/** A notice that came in: its text, what was read in it, and what an order is made of. */
export const Import = () => {
  const { id } = useParams({ from: '/imports/$id' });
  const { asOf } = useAsOf();
  const read = useRead(IMPORT, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { noticeImport } = read.data;
  return noticeImport ? <Sheet notice={noticeImport} isStale={read.stale} /> : <NothingHere />;
};

interface Props {
  readonly notice: Imported;
  readonly isStale: boolean;
}

const Sheet = ({ notice, isStale }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const { document: chosen } = useSearch({ from: '/imports/$id' });
  const place = Math.min(Number(chosen ?? 1), notice.documents.length) - 1;
  const document = notice.documents[place];
  return (
    <Page title={notice.fileName} note={useNote(notice)} end={<Documents notice={notice} place={place} />}>
      <div className={css.two}>
        {document && (
          <div className={css.beside} tabIndex={0} role="group" aria-label={t('imports.text')}>
            <Original document={document} />
          </div>
        )}
        <div>
          <ImportFacts notice={notice} document={document} />
          {asOf === undefined && notice.confirmedAt === null && (
            <ActPanel
              possible={notice.viewerCan}
              isStale={isStale}
              form={(open) => <ActForm act={CONFIRM} id={notice.id} {...open} />}
            />
          )}
          {document && (
            <Sec title={t('imports.directive')} note={t('imports.directive.then')}>
              <Beginning command="importDirective">
                <ImportForm key={place} importId={notice.id} place={place} document={document} />
              </Beginning>
            </Sec>
          )}
        </div>
      </div>
    </Page>
  );
};

const useNote = ({ importedBy }: Imported): string => {
  return importedBy.label ?? '';
};

/** Which of the documents that were found is looked at. */
const Documents = ({ notice, place }: { readonly notice: Imported; readonly place: number }) => {
  const { t } = useWords();
  const navigate = useNavigate();
  if (notice.documents.length < 2) return null;
  return (
    <Segmented
      label={t('imports.document')}
      value={String(place + 1)}
      options={notice.documents.map((_, n) => ({ value: String(n + 1), label: t('imports.document.n', { n: n + 1 }) }))}
      onChange={(document) => void navigate({ to: '/imports/$id', params: { id: notice.id }, search: { document } })}
    />
  );
};
