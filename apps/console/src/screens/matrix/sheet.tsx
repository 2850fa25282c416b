import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { classes } from '../../ui/classes';
import { useWords } from '../../words/use-words';
import { GapList } from './gap-list';
import { Grid } from './grid';
import { Head } from './head';
import css from './matrix.module.css';
import { Panel } from './panel';
import { grouped, isWhole } from './points';
import type { Gap, Point } from './query';
import { useCells } from './use-cells';

interface Props {
  readonly points: readonly Point[];
  readonly total: number | null;
  readonly gaps: readonly Gap[];
  readonly asOf: string | undefined;
}

/** The gap list, or what is known of the open cell, beside the grid. */
export const Sheet = ({ points, total, gaps, asOf }: Props) => {
  const { t } = useWords();
  const { only, by = 'place' } = useSearch({ from: '/matrix' });
  const groups = useMemo(() => {
    const shown = points.filter((point) => only !== 'gaps' || !isWhole(point));
    return grouped(shown, by);
  }, [points, only, by]);
  const rows = useMemo(() => groups.flat(), [groups]);
  const { grid, focus, open, assigning, ask, goTo, show, openAt, close } = useCells(rows, asOf);
  const point = open && rows[open.row];
  return (
    <div className={classes(css.matrix, open && css.open)} data-fills>
      {open && point && <Panel point={point} party={open.party} {...{ asOf, assigning }} onClose={close} />}
      {!point && <GapList gaps={gaps} points={points} asOf={asOf} onOpen={show} />}
      <div className={css.pane}>
        <Head {...{ points, total, only, by }} onAsk={ask} />
        <div className={css.scroll}>
          {rows.length === 0 && <p className={css.more}>{t('matrix.empty')}</p>}
          <Grid groups={groups} by={by} gridRef={grid} focus={focus} chosen={open} onFocus={goTo} onOpen={openAt} />
        </div>
        <p className={css.foot}>
          <span>{t('matrix.hint')}</span>
          <span>{t('matrix.tint')}</span>
        </p>
      </div>
    </div>
  );
};
