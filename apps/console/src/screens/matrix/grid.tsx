import { useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { inLanguage } from '../../lib/both';
import { isComposing } from '../../lib/keys';
import { PARTIES } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import { ColumnHeads } from './column-heads';
import { GridRow } from './grid-row';
import css from './grid.module.css';
import { isAt, moved, placeIn, type At } from './moving';
import type { Point } from './query';

interface Props {
  readonly groups: readonly (readonly Point[])[];
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly focus: At;
  readonly chosen: At | undefined;
  readonly onFocus: (at: At) => void;
  readonly onOpen: (at: At) => void;
}

const cellOf = ({ target }: { readonly target: EventTarget }): At | undefined =>
  target instanceof Element ? placeIn(target.closest('[data-at]')?.getAttribute('data-at')) : undefined;

/** The grid: one stop for Tab, arrows inside, Enter or a click opens a cell. */
export const Grid = ({ groups, gridRef, focus, chosen, onFocus, onOpen }: Props) => {
  const { t, language } = useWords();
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
      className={css.grid}
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
              <span className={css.place}>{inLanguage(group[0]?.place, language)}</span>
              <span>{inLanguage(group[0]?.matter, language)}</span>
              <span className={css.territory}>{inLanguage(group[0]?.territory.label, language)}</span>
            </div>
          </div>
          {group.map((point) => {
            const row = rows.current++;
            return (
              <GridRow key={point.id} point={point} row={row} focus={isAt(focus, row)} chosen={isAt(chosen, row)} />
            );
          })}
        </div>
      ))}
    </div>
  );
};
