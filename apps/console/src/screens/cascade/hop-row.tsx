import { Link } from '@tanstack/react-router';
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
  const standing = standingOf(hop);
  const isUnsigned = standing === 'undelivered' || standing === 'unacknowledged';
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
      <Took what={t('cascade.acknowledged')} minutes={hop.minutesToAcknowledge} isMissing={isUnsigned} />
      <Took
        what={t('cascade.passedOn')}
        minutes={hop.minutesToRelay}
        isMissing={standing === 'stopped'}
        {...(hop.bodiesBelow === 0 && standing !== 'passedOn' && { otherwise: t('cascade.last') })}
      />
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

interface TookProps {
  readonly what: string;
  readonly minutes: number | null;
  readonly isMissing: boolean;
  readonly otherwise?: string;
}

/** How long something took, or that it was not done, or need not be. */
const Took = ({ what, minutes, isMissing, otherwise }: TookProps) => {
  const telling = useTelling();
  return (
    <span role="gridcell">
      <span className={css.label}>{what}</span>
      {isMissing && <span className={css.missing}>✗</span>}
      {minutes !== null && telling.lag(minutes)}
      {otherwise !== undefined && <span className={css.last}>{otherwise}</span>}
    </span>
  );
};

const Who = ({ hop, onCompare }: Pick<Props, 'hop' | 'onCompare'>) => {
  const { depth } = hop;
  return (
    <span role="rowheader" className={css.who} style={{ paddingLeft: depth * 22 }}>
      {depth > 0 && <span aria-hidden className={css.twig} style={{ left: depth * 22 - 16 }} />}
      <Named hop={hop} />
      {hop.textChanged === true && <Changed onCompare={() => onCompare(hop)} />}
      {hop.note !== null && <span className={css.note}>{hop.note}</span>}
      <Unreached hop={hop} />
    </span>
  );
};

const Named = ({ hop: { recipient, directive } }: Pick<Props, 'hop'>) => {
  if (recipient) return recipient.label ?? recipient.id;
  return (
    <Link to="/directives/$id" params={{ id: directive.id }}>
      {directive.label ?? directive.id}
    </Link>
  );
};

const Changed = ({ onCompare }: { readonly onCompare: () => void }) => {
  const { t } = useWords();
  return (
    <span className={css.changed}>
      ≠ {t('cascade.changed')} ·{' '}
      <button type="button" tabIndex={-1} className={css.compare} onClick={onCompare}>
        {t('cascade.compare')}
      </button>
    </span>
  );
};

const Unreached = ({ hop }: Pick<Props, 'hop'>) => {
  const { t } = useWords();
  const count = isBroken(hop) ? (hop.bodiesBelow ?? 0) : 0;
  return count > 0 && <span className={css.note}>{t('cascade.below', { count })}</span>;
};
