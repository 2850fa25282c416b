import { memo } from 'react';
import { classes } from '../../ui/classes';
import { useTelling } from '../../words/use-telling';
import { useDoer } from '../../words/use-doer';
import { useWords } from '../../words/use-words';
import css from './event-row.module.css';
import { markOf, phaseOf } from './kinds';
import type { Row } from './laying';
import type { Entry } from './query';
import { say } from './saying';

interface Props {
  readonly row: Row<Entry>;
  readonly isChosen: boolean;
  /** Recorded after the moment that is looked at. */
  readonly isLater: boolean;
  /** It stands at the time that is claimed for it, because the record was entered later. */
  readonly isBackfilled: boolean;
  readonly isPlain: boolean;
  readonly onChoose: (position: string) => void;
}

/** One event: its day, its number, its mark, what it says, who did it, and when it was recorded. */
export const EventRow = memo(({ row, isChosen, isLater, isBackfilled, isPlain, onChoose }: Props) => {
  const { t } = useWords();
  const { entry, isNewDay, quiet } = row;
  const mark = markOf(entry);
  const doer = useDoer();
  const capacity = [entry.actor.post, entry.actor.organisation].map((one) => one?.label);
  const by = [doer(entry.actor), ...capacity].filter(Boolean);
  return (
    <li className={css.item}>
      {quiet > 0 && !isPlain && <p className={css.quiet}>{t('history.quiet', { count: quiet })}</p>}
      <button
        type="button"
        className={classes(css.row, isNewDay && css.first, isLater && css.later)}
        aria-current={isChosen}
        tabIndex={isChosen ? 0 : -1}
        data-position={entry.position}
        onClick={() => onChoose(entry.position)}
      >
        <Day row={row} isBackfilled={isBackfilled} />
        <span className={css.number}>{entry.revision}</span>
        <i aria-hidden className={classes(css.dot, mark && css[mark])} />
        <span className={css.words}>
          <b>{entry.title}</b>
          <span className={css.say}>{say(entry)}</span>
          <span className={css.by}>{by.length > 0 ? by.join(' · ') : t('history.system')}</span>
        </span>
        <Time entry={entry} isBackfilled={isBackfilled} />
      </button>
    </li>
  );
});

const Day = ({ row: { entry, isNewDay }, isBackfilled }: Pick<Props, 'row' | 'isBackfilled'>) => {
  const { t } = useWords();
  const telling = useTelling();
  const at = isBackfilled ? entry.occurredAt : entry.recordedAt;
  if (!isNewDay) return <span />;
  return (
    <span className={css.day}>
      {telling.day(at)}
      <small>{[telling.weekday(at), t(`history.phase.${phaseOf(entry)}`)].join(' · ')}</small>
    </span>
  );
};

const Time = ({ entry, isBackfilled }: { readonly entry: Entry; readonly isBackfilled: boolean }) => {
  const { t } = useWords();
  const telling = useTelling();
  const late = Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt);
  return (
    <span className={css.at}>
      {telling.clock(isBackfilled ? entry.occurredAt : entry.recordedAt)}
      {entry.lateEntry && !isBackfilled && (
        <span className={css.late}>{t('history.late', { span: telling.span(late) })}</span>
      )}
    </span>
  );
};
