import confirmLateEntry from 'act:confirmLateEntry';
import refuseLateEntry from 'act:refuseLateEntry';
import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import { ActPanel } from '../../forms/act-panel';
import { useAsOf } from '../../frame/as-of';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useWords } from '../../words/use-words';
import directive from '../directive/directive.module.css';
import { DigestEntry } from '../import/digest-entry';
import { markOf } from '../late-entries/said';
import { NothingHere } from '../nothing-here';
import { Decision, LateEntryFacts } from './late-entry-facts';
import { LATE_ENTRY, type LateEntry as Entry } from './query';

const ACTS: Readonly<Record<string, Act>> = {
  confirmLateEntry: {
    ...confirmLateEntry,
    first: ['number', 'photoSha256', 'count'],
    entries: { photoSha256: DigestEntry },
  },
  refuseLateEntry,
};

/** One late entry: what it says and why it comes so late, who looked at it, and how much of it is told. */
export const LateEntry = () => {
  const { id } = useParams({ from: '/late-entries/$id' });
  const { asOf } = useAsOf();
  const read = useRead(LATE_ENTRY, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { lateEntry } = read.data;
  return lateEntry ? <Sheet entry={lateEntry} isStale={read.stale} /> : <NothingHere />;
};

interface Props {
  readonly entry: Entry;
  readonly isStale: boolean;
}

const Sheet = ({ entry, isStale }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const ways = (
    <Link to="/history/$id" params={{ id: entry.id }}>
      {t('directive.history')}
    </Link>
  );
  return (
    <Page title={t('late.one', { mark: markOf(entry) })} note={entry.body.label ?? ''} end={ways}>
      <div className={directive.two}>
        <LateEntryFacts entry={entry} />
        <div>
          <Decision entry={entry} />
          {asOf === undefined && entry.status === 'registered' && (
            <ActPanel
              possible={entry.viewerCan}
              isStale={isStale}
              form={(open) => {
                const act = ACTS[open.name];
                return act && <ActForm act={act} id={entry.id} {...open} />;
              }}
            />
          )}
        </div>
      </div>
    </Page>
  );
};
