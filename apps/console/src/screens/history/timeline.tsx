import { useMemo, type KeyboardEvent } from 'react';
import { isComposing } from '../../lib/keys';
import { classes } from '../../ui/classes';
import { useWords } from '../../words/use-words';
import { byCause } from './causation';
import type { Choices } from './choices';
import { EventRow } from './event-row';
import { rowsOf } from './laying';
import type { Entry } from './query';
import { Raw } from './raw';
import css from './timeline.module.css';

interface Props {
  /** What is asked for, in the order in which it is to stand. */
  readonly entries: readonly Entry[];
  readonly view: NonNullable<Choices['view']>;
  readonly chosen: string | undefined;
  readonly asOf: string | undefined;
  readonly isBackfilled: boolean;
  readonly onChoose: (position: string) => void;
  readonly onStep: (by: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The rows of a record. It is one stop for Tab; arrows go from event to event. */
export const Timeline = ({ entries, view, chosen, asOf, isBackfilled, onChoose, onStep }: Props) => {
  const { t } = useWords();
  const rows = useMemo(
    () => rowsOf(entries, ({ occurredAt, recordedAt }) => (isBackfilled ? occurredAt : recordedAt)),
    [entries, isBackfilled],
  );
  const isLater = ({ recordedAt }: Entry) => asOf !== undefined && Date.parse(recordedAt) > Date.parse(asOf);
  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.code];
    if (by === undefined || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onStep(by);
  };
  if (view === 'raw') return <Raw entries={entries} />;
  if (view === 'graph') return <Graph {...{ entries, chosen, onChoose, isLater }} onKeyDown={press} />;
  return (
    <ol className={css.list} aria-label={t('history.title')} onKeyDown={press}>
      {rows.map((row) => (
        <EventRow
          key={row.entry.eventId}
          row={row}
          isChosen={row.entry.position === chosen}
          isLater={isLater(row.entry)}
          isBackfilled={isBackfilled}
          isPlain={view === 'list'}
          onChoose={onChoose}
        />
      ))}
    </ol>
  );
};

interface GraphProps extends Pick<Props, 'entries' | 'chosen' | 'onChoose'> {
  readonly isLater: (entry: Entry) => boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const MOST_DEPTH = 8;

/** Each act, and below it what followed from it. */
const Graph = ({ entries, chosen, onChoose, isLater, onKeyDown }: GraphProps) => {
  const { t } = useWords();
  const led = useMemo(() => byCause(entries), [entries]);
  return (
    <ol className={css.list} aria-label={t('history.view.graph')} onKeyDown={onKeyDown}>
      {led.map(({ entry, depth }) => (
        <li key={entry.eventId} className={css.led}>
          <button
            type="button"
            className={classes(css.cause, isLater(entry) && css.later)}
            style={{ paddingLeft: `${20 + Math.min(depth, MOST_DEPTH) * 28}px` }}
            aria-current={entry.position === chosen}
            tabIndex={entry.position === chosen ? 0 : -1}
            data-position={entry.position}
            onClick={() => onChoose(entry.position)}
          >
            <span className={css.place}>#{entry.position}</span>
            {depth > 0 && <span aria-hidden>└ </span>}
            <span className={css.heard}>
              {depth > 0 && t('history.causedBy', { n: entry.causedBy?.position ?? '' })}
            </span>
            <b>{entry.title}</b>
          </button>
        </li>
      ))}
    </ol>
  );
};
