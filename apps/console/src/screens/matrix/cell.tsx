import { classes } from '../../ui/classes';
import { SHAPES } from '../../ui/status';
import text from '../../ui/text.module.css';
import type { Party } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import css from './cell.module.css';
import { markOf } from './points';
import type { Cell as Holding } from './query';

interface Props {
  readonly cell: Holding;
  readonly party: Party;
  /** Which cell of the grid it is, for the keys. */
  readonly at: string;
  readonly isFocus: boolean;
  readonly isChosen: boolean;
}

/** Who holds for one party. Only what is not whole is tinted. */
export const Cell = ({ cell, party, at, isFocus, isChosen }: Props) => {
  const { t } = useWords();
  const mark = markOf(cell);
  return (
    <div
      role="gridcell"
      className={classes(css.cell, css[mark])}
      data-at={at}
      tabIndex={isFocus ? 0 : -1}
      aria-selected={isChosen}
    >
      <span className={css.party}>{t(`party.${party}`)}</span>
      {mark === 'none' && <Nobody cell={cell} />}
      {mark === 'free' && <span className={css.holder}>— {t('matrix.free')}</span>}
      {(mark === 'held' || mark === 'part') && <Holder cell={cell} />}
    </div>
  );
};

const Nobody = ({ cell }: Pick<Props, 'cell'>) => {
  const { t } = useWords();
  const who = cell.provisionalHolder?.label ?? '';
  return (
    <>
      <span className={css.holder}>
        <span aria-hidden>{SHAPES.unowned}</span> {t('matrix.nobody')}
      </span>
      {who !== '' && <span className={css.below}>{t('matrix.fallback', { who })}</span>}
    </>
  );
};

const Holder = ({ cell }: Pick<Props, 'cell'>) => {
  const { lead } = cell;
  return (
    <>
      <span className={css.holder}>
        {lead?.person?.label} <span className={css.body}>{lead?.organisation.label}</span>
      </span>
      <span className={css.below}>
        {TICKS.map((what) => (
          <Tick key={what} what={what} isNamed={Boolean(lead?.[what])} />
        ))}
        <Remarks cell={cell} />
      </span>
    </>
  );
};

const Remarks = ({ cell: { state, lead } }: Pick<Props, 'cell'>) => {
  const { t } = useWords();
  return (
    <>
      {state === 'PROPOSED' && (
        <span className={css.remark}>
          <span aria-hidden>{SHAPES.partial}</span> {t('matrix.proposed')}
        </span>
      )}
      {lead?.fit === 'unverified' && <span className={css.remark}>{t('matrix.unverified')}</span>}
    </>
  );
};

const TICKS = ['person', 'post'] as const;

/** Whether a person and a post are named: what is there recedes, what is missing stands out. */
const Tick = ({ what, isNamed }: { readonly what: (typeof TICKS)[number]; readonly isNamed: boolean }) => {
  const { t } = useWords();
  return (
    <span className={isNamed ? css.tick : css.missing}>
      {t(`tick.${what}`)}
      <span aria-hidden>{isNamed ? '✓' : '○'}</span>
      <span className={text.heard}>{t(isNamed ? 'tick.named' : 'tick.missing')}</span>
    </span>
  );
};
