import { useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { isComposing } from '../../lib/keys';
import { classes } from '../../ui/classes';
import { PARTIES } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import { ColumnHeads } from './column-heads';
import { GridRow } from './grid-row';
import { GroupHead } from './group-head';
import css from './grid.module.css';
import { isAt, moved, placeIn, type At } from './moving';
import type { Order } from './points';
import type { Point } from './query';

interface Props {
  readonly groups: readonly (readonly Point[])[];
  readonly by: Order;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly focus: At;
  readonly chosen: At | undefined;
  readonly onFocus: (at: At) => void;
  readonly onOpen: (at: At) => void;
}

const cellOf = ({ target }: { readonly target: EventTarget }): At | undefined =>
  target instanceof Element ? placeIn(target.closest('[data-at]')?.getAttribute('data-at')) : undefined;

/** The grid: one stop for Tab, arrows inside, Enter or a click opens a cell. */
export const Grid = ({ groups, by, gridRef, focus, chosen, onFocus, onOpen }: Props) => {
  const { t } = useWords();
  const points = groups.flat();
  const rows = useRef(0);
  rows.current = 0;
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const next = moved(focus, event.code, points.length);
    if (!next && event.code !== 'Enter') return;
    event.preventDefault();
    if (next) onFocus(next);
    else onOpen(focus);
  };
  const click = (event: MouseEvent) => {
    const at = cellOf(event);
    if (at) onOpen(at);
  };
  return (
    <div
      role="grid"
      className={classes(css.grid, by !== 'place' && css.apart)}
      aria-label={t('matrix.title')}
      aria-rowcount={points.length + 1}
      aria-colcount={PARTIES.length + 1}
      ref={gridRef}
      onKeyDown={press}
      onClick={click}
    >
      <ColumnHeads points={points} />
      {groups.map((group) => (
        <div
          role="rowgroup"
          className={css.group}
          key={group[0]?.id}
          style={{ containIntrinsicSize: `auto ${28 + group.length * 58}px` }}
        >
          <div role="row">
            <div role="gridcell" aria-colspan={5} className={css.groupHead}>
              <GroupHead points={group} by={by} />
            </div>
          </div>
          {group.map((point) => {
            const row = rows.current++;
            return (
              <GridRow key={point.id} {...{ point, by, row }} focus={isAt(focus, row)} chosen={isAt(chosen, row)} />
            );
          })}
        </div>
      ))}
    </div>
  );
};
