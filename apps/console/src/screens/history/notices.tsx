import type { Failure } from '../../api/failure';
import { Button } from '../../ui/button';
import { Status } from '../../ui/status';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Choices, Choose } from './choices';
import { holesIn } from './checking';
import css from './history.module.css';
import type { Entry } from './query';
import type { ReadRecord } from './use-record';

interface Props {
  readonly entries: readonly Entry[];
  readonly record: Pick<ReadRecord, 'total' | 'isCut' | 'isWhole'>;
  readonly failure: Failure | undefined;
  readonly isBackfilled: boolean;
  readonly shown: number;
  readonly chosen: Choices;
  readonly choose: Choose;
  readonly onAgain: () => void;
}

const NO_FILTERS = { text: undefined, phase: undefined, who: undefined, worth: undefined };
const isNarrowed = ({ text, phase, who, worth }: Choices): boolean =>
  [text, phase, who, worth].some((one) => one !== undefined);

/** What is to be known before the rows are read: what is missing, what was entered later, and what is left out. */
export const Notices = (props: Props) => (
  <>
    <Holes entries={props.entries} />
    {props.failure && <NotRead failure={props.failure} onAgain={props.onAgain} />}
    <Extent {...props} />
    {isNarrowed(props.chosen) && <Narrowed {...props} />}
  </>
);

const Holes = ({ entries }: Pick<Props, 'entries'>) => {
  const { t } = useWords();
  const holes = holesIn(entries.map((entry) => ({ ...entry, id: entry.subject.id })));
  if (holes.length === 0) return null;
  return (
    <p className={css.bad} role="alert">
      <Status kind="failed">{t('history.hole', { at: holes.map((position) => `#${position}`).join(' ') })}</Status>
    </p>
  );
};

const NotRead = ({ failure, onAgain }: { readonly failure: Failure; readonly onAgain: () => void }) => {
  const { t } = useWords();
  return (
    <p className={css.bar} role="alert">
      {failure.message ?? t('state.failed.network')}
      {failure.id !== undefined && <span>{t('state.failed.id', { id: failure.id })}</span>}
      <Button small onClick={onAgain}>
        {t('state.again')}
      </Button>
    </p>
  );
};

const Extent = ({ entries, record, failure, isBackfilled }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  const at = telling.day(entries[0]?.recordedAt ?? new Date(0));
  return (
    <>
      {!record.isWhole && !failure && (
        <p className={css.bar} role="status">
          {t('history.reading', { n: entries.length, of: record.total })}
        </p>
      )}
      {record.isCut && <p className={css.bar}>{t('history.cut')}</p>}
      {isBackfilled && <p className={css.bar}>{t('history.backfilled', { n: entries.length, at })}</p>}
    </>
  );
};

const Narrowed = ({ shown, entries, choose }: Props) => {
  const { t } = useWords();
  return (
    <p className={css.narrowed} role="status">
      {shown === 0 ? t('history.nothing') : t('history.shown', { n: shown, of: entries.length })}
      <Button small kind="text" onClick={() => choose(NO_FILTERS)}>
        {t('history.all')}
      </Button>
    </p>
  );
};
