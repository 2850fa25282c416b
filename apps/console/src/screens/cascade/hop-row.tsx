import { Link } from '@tanstack/react-router';
import { inLanguage } from '../../lib/both';
import { classes } from '../../ui/classes';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Axis } from './axis';
import css from './cascade.module.css';
import { isBroken, standingOf, type Standing } from './hops';
import { Lane } from './lane';
import type { Hop } from './query';

interface Props {
  readonly hop: Hop;
  readonly axis: Axis | undefined;
  readonly place: number;
  readonly isFocus: boolean;
  readonly onFocus: (place: number) => void;
  readonly onCompare: (hop: Hop) => void;
}

const SHAPES: Readonly<Record<Standing, string>> = {
  ...{ start: '·', undelivered: '✗', unacknowledged: '✗', stopped: '✗' },
  ...{ passedOn: '→', end: '✓' },
};

/** One body on the way: how long it took to sign and to pass on, when that was, and where the order stands there. */
export const HopRow = ({ hop, axis, place, isFocus, onFocus, onCompare }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  const standing = standingOf(hop);
  const missing = <span className={css.missing}>✗</span>;
  const minutes = (told: number | null) => (told === null ? null : telling.lag(told));
  return (
    <div
      role="row"
      aria-level={hop.depth + 1}
      aria-rowindex={place + 2}
      tabIndex={isFocus ? 0 : -1}
      className={css.row}
      data-place={place}
      onFocus={() => onFocus(place)}
    >
      <Who hop={hop} onCompare={onCompare} />
      <span role="gridcell" className={css.took}>
        <span className={css.label}>{t('cascade.acknowledged')}</span>
        {hop.acknowledgedAt === null && hop.recipient !== null ? missing : minutes(hop.minutesToAcknowledge)}
      </span>
      <span role="gridcell" className={css.took}>
        <span className={css.label}>{t('cascade.passedOn')}</span>
        {standing === 'stopped' ? missing : minutes(hop.minutesToRelay)}
        {hop.bodiesBelow === 0 && hop.relayedAt === null && <span className={css.label2}>{t('cascade.last')}</span>}
      </span>
      <span role="gridcell" className={css.lane}>
        {axis && <Lane hop={hop} axis={axis} />}
      </span>
      <span role="gridcell" className={classes(css.status, isBroken(hop) && css.missing, css[standing])}>
        <span aria-hidden>{SHAPES[standing]} </span>
        {t(`cascade.is.${standing}`)}
      </span>
    </div>
  );
};

const Who = ({ hop, onCompare }: Pick<Props, 'hop' | 'onCompare'>) => {
  const { t, language } = useWords();
  const { recipient, directive, depth, note, textChanged, bodiesBelow } = hop;
  const isOut = isBroken(hop) && bodiesBelow !== null && bodiesBelow > 0;
  return (
    <span role="rowheader" className={css.who} style={{ paddingLeft: depth * 22 }}>
      {depth > 0 && <span aria-hidden className={css.twig} style={{ left: depth * 22 - 16 }} />}
      {recipient ? (
        inLanguage(recipient.label ?? recipient.id, language)
      ) : (
        <Link to="/directives/$id" params={{ id: directive.id }}>
          {inLanguage(directive.label ?? directive.id, language)}
        </Link>
      )}
      {textChanged === true && (
        <span className={css.changed}>
          ≠ {t('cascade.changed')} ·{' '}
          <button type="button" tabIndex={-1} className={css.compare} onClick={() => onCompare(hop)}>
            {t('cascade.compare')}
          </button>
        </span>
      )}
      {note !== null && <span className={css.note}>{note}</span>}
      {isOut && <span className={css.note}>{t('cascade.below', { count: bodiesBelow })}</span>}
    </span>
  );
};
