import { memo } from 'react';
import { classes } from '../../ui/classes';
import { PARTIES } from '../../ui/marks';
import { Cell } from './cell';
import css from './grid.module.css';
import { isUnowned, type Order } from './points';
import type { Point } from './query';

interface Props {
  readonly point: Point;
  readonly by: Order;
  readonly row: number;
  /** The column of the cell that the keys are at, where it is in this row; likewise the one that is open. */
  readonly focus: number | undefined;
  readonly chosen: number | undefined;
}

const whereIs = ({ place, territory }: Point): string | null => place ?? territory.label;

/** What a row says of its duty point, of what its group does not. */
const SAID: Readonly<Record<Order, (point: Point) => readonly [head: string | null, below: string | null]>> = {
  place: ({ step, standard }) => [step, standard],
  matter: (point) => [point.step, whereIs(point)],
  step: (point) => [whereIs(point), point.matter],
};

/** One duty point: its step on the chain, and the four parties. */
export const GridRow = memo(({ point, by, row, focus, chosen }: Props) => {
  const [head, below] = SAID[by](point);
  return (
    <div role="row" className={classes(css.row, isUnowned(point) && css.unowned)} aria-rowindex={row + 2}>
      <div role="rowheader" className={css.rowHead}>
        <span aria-hidden className={css.node} />
        <span className={css.step}>{head}</span>
        <span className={css.standard}>{below}</span>
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
