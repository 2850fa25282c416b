import { inLanguage } from '../../lib/both';
import { classes } from '../../ui/classes';
import { SHAPES } from '../../ui/status';
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
  const { t, language } = useWords();
  const who = inLanguage(cell.provisionalHolder?.label, language);
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
  const { t, language } = useWords();
  const { lead } = cell;
  const [person, post] = [lead?.person, lead?.post].map((part) => inLanguage(part?.label, language));
  return (
    <>
      <span className={css.holder}>
        {person} <span className={css.body}>{inLanguage(lead?.organisation.label, language)}</span>
      </span>
      <span className={css.below}>
        {post}
        {cell.state === 'PROPOSED' && (
          <span className={css.remark}>
            {' '}
            <span aria-hidden>{SHAPES.partial}</span> {t('matrix.proposed')}
          </span>
        )}
        {lead?.fit === 'unverified' && <span className={css.remark}> {t('matrix.unverified')}</span>}
      </span>
    </>
  );
};
