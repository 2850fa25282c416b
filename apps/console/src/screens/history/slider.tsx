import { memo, type KeyboardEvent } from 'react';
import { classes } from '../../ui/classes';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { markOf } from './kinds';
import { placeOf } from './laying';
import type { Entry } from './query';
import css from './slider.module.css';

interface Props {
  /** In the order of recording. */
  readonly entries: readonly Entry[];
  /** How many of them are known at the moment that is looked at. */
  readonly known: number;
  readonly asOf: string | undefined;
  /** Looks at the moment after so many events. */
  readonly onKnown: (count: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
/** More marks than this stand on each other. */
const MOST_TICKS = 300;

/** The moment that is looked at, on a line of true time: a tick for every event, and a mark where holders changed. */
export const Slider = ({ entries, known, asOf, onKnown }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  if (entries.length === 0) return null;
  return (
    <footer className={css.slider}>
      <div>
        <div className={css.note}>{t('history.asOf')}</div>
        <b className={classes(css.moment, asOf !== undefined && css.past)}>
          {asOf === undefined ? t('history.now') : telling.moment(asOf)}
        </b>
        <span className={css.note}>
          {known} / {entries.length}
        </span>
      </div>
      <Track {...{ entries, known, onKnown }} />
      <div className={css.note}>
        <span aria-hidden>◆</span> {t('history.worth.hold')}
        <br />
        <span aria-hidden>▲</span> {t('history.deadline')} <kbd>,</kbd> <kbd>.</kbd>
      </div>
    </footer>
  );
};

const Track = ({ entries, known, onKnown }: Omit<Props, 'asOf'>) => {
  const { t } = useWords();
  const telling = useTelling();
  const [first = '', last = ''] = [entries[0]?.recordedAt, entries.at(-1)?.recordedAt];
  const { recordedAt: at = first, position = '' } = entries[known - 1] ?? {};
  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.code];
    if (by === undefined) return;
    event.preventDefault();
    onKnown(known + by);
  };
  const drag = (value: number) =>
    onKnown(Math.max(1, entries.filter(({ recordedAt }) => Date.parse(recordedAt) <= value).length));
  return (
    <div className={css.track}>
      <i className={css.base} />
      <i className={css.known} style={{ width: `${placeOf(at, first, last)}%` }} />
      <Marks entries={entries} />
      <span className={css.end}>{telling.day(first)}</span>
      <span className={classes(css.end, css.last)}>{telling.day(last)}</span>
      <input
        type="range"
        min={Date.parse(first)}
        max={Math.max(Date.parse(last), Date.parse(first) + 1)}
        value={Date.parse(at)}
        aria-label={t('history.slider')}
        aria-valuetext={t('history.slider.value', { n: position, at: telling.moment(at) })}
        onKeyDown={press}
        onChange={({ target }) => drag(Number(target.value))}
      />
    </div>
  );
};

const dueIn = ({ data }: Entry): string | undefined => {
  const due = typeof data === 'object' && data !== null && 'dueAt' in data ? data.dueAt : undefined;
  return typeof due === 'string' ? due : undefined;
};

/** Deadlines that were set, as far as the line reaches. */
const duesIn = (entries: readonly Entry[]): readonly string[] => {
  const last = Date.parse(entries.at(-1)?.recordedAt ?? '');
  const dues = entries.flatMap((entry) => dueIn(entry) ?? []);
  return [...new Set(dues)].filter((due) => Date.parse(due) <= last);
};

/** They do not move while the moment does. */
const Marks = memo(({ entries }: Pick<Props, 'entries'>) => {
  const [first, last] = [entries[0]?.recordedAt ?? '', entries.at(-1)?.recordedAt ?? ''];
  const every = Math.ceil(entries.length / MOST_TICKS);
  return (
    <>
      {duesIn(entries).map((due) => (
        <i key={due} aria-hidden className={css.due} style={{ left: `${placeOf(due, first, last)}%` }}>
          ▲
        </i>
      ))}
      {entries
        .filter((entry, at) => at % every === 0 || markOf(entry) === 'hold')
        .map((entry) => {
          const left = `${placeOf(entry.recordedAt, first, last)}%`;
          return (
            <span key={entry.eventId} aria-hidden>
              <i className={css.tick} style={{ left }} />
              {markOf(entry) === 'hold' && <i className={css.hold} style={{ left }} />}
            </span>
          );
        })}
    </>
  );
});
