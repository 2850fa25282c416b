import { memo } from 'react';
import { inLanguage } from '../../lib/both';
import { classes } from '../../ui/classes';
import { PARTIES } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import { Cell } from './cell';
import css from './grid.module.css';
import { isUnowned } from './points';
import type { Point } from './query';

interface Props {
  readonly point: Point;
  readonly row: number;
  /** The column of the cell that the keys are at, where it is in this row; likewise the one that is open. */
  readonly focus: number | undefined;
  readonly chosen: number | undefined;
}

/** One duty point: its step on the chain, and the four parties. */
export const GridRow = memo(({ point, row, focus, chosen }: Props) => {
  const { language } = useWords();
  return (
    <div role="row" className={classes(css.row, isUnowned(point) && css.unowned)} aria-rowindex={row + 2}>
      <div role="rowheader" className={css.rowHead}>
        <span aria-hidden className={css.node} />
        <span className={css.step}>{inLanguage(point.step, language)}</span>
        <span className={css.standard}>{inLanguage(point.standard, language)}</span>
      </div>
      {PARTIES.map((party, column) => (
        <Cell
          key={party}
          cell={point[party]}
          party={party}
          at={`${row}:${column}`}
          isFocus={focus === column}
          isChosen={chosen === column}
        />
      ))}
    </div>
  );
});
