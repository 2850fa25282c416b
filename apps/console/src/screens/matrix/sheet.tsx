import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useKeys } from '../../lib/keys';
import { classes } from '../../ui/classes';
import { PARTIES, type Party } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import { GapList } from './gap-list';
import type { DutyGap } from './gaps';
import { Grid } from './grid';
import { Head } from './head';
import css from './matrix.module.css';
import { nextOf, type At } from './moving';
import { Panel } from './panel';
import { grouped, isHole, isWhole, markOf } from './points';
import type { Gap, Point } from './query';

interface Props {
  readonly points: readonly Point[];
  readonly total: number | null;
  readonly gaps: readonly DutyGap<Gap>[];
  readonly asOf: string | undefined;
}

/** Which cell the address opens, among these rows. */
const openIn = (rows: readonly Point[], cell: string | undefined): (At & { readonly party: Party }) | undefined => {
  const [id, word] = (cell ?? '').split(' ');
  const row = rows.findIndex((point) => point.id === id);
  const column = PARTIES.findIndex((party) => party === word);
  const party = PARTIES[column];
  return row < 0 || party === undefined ? undefined : { row, column, party };
};

const holesIn = (rows: readonly Point[]): readonly At[] =>
  rows.flatMap((point, row) =>
    PARTIES.flatMap((party, column) => (isHole(markOf(point[party])) ? [{ row, column }] : [])),
  );

/** The gap list, or what is known of the open cell, beside the grid. */
export const Sheet = ({ points, total, gaps, asOf }: Props) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { cell, only } = useSearch({ from: '/matrix' });
  const grid = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<At>({ row: 0, column: 0 });
  const groups = useMemo(() => grouped(points.filter((point) => only !== 'gaps' || !isWhole(point))), [points, only]);
  const rows = useMemo(() => groups.flat(), [groups]);
  const open = openIn(rows, cell);
  const point = open && rows[open.row];
  const ask = (part: object) => void navigate({ to: '/matrix', search: (before) => ({ ...before, ...part }) });
  const goTo = (at: At) => {
    setFocus(at);
    grid.current?.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`)?.focus();
  };
  const show = (id: string | undefined, party: Party | undefined) => {
    const wanted = `${String(id)} ${String(party)}`;
    const at = openIn(rows, wanted);
    if (!at) return;
    setFocus(at);
    ask({ cell: wanted });
  };
  const close = () => {
    ask({ cell: undefined });
    requestAnimationFrame(() => goTo(focus));
  };
  const nextHole = (back: boolean) => goTo(nextOf(holesIn(rows), focus, back) ?? focus);
  useKeys({ KeyU: nextHole, ...(cell !== undefined && { Escape: close }) });
  return (
    <div className={classes(css.matrix, open && css.open)} data-fills>
      {open && point && <Panel point={point} party={open.party} asOf={asOf} onClose={close} />}
      {!point && <GapList gaps={gaps} points={points} asOf={asOf} onOpen={show} />}
      <div className={css.pane}>
        <Head points={points} total={total} only={only} onOnly={(value) => ask({ only: value })} />
        <div className={css.scroll}>
          {rows.length === 0 && <p className={css.more}>{t('matrix.empty')}</p>}
          <Grid
            groups={groups}
            gridRef={grid}
            focus={focus}
            chosen={open}
            onFocus={goTo}
            onOpen={(at) => show(rows[at.row]?.id, PARTIES[at.column])}
          />
        </div>
        <p className={css.foot}>
          <span>{t('matrix.hint')}</span>
          <span>{t('matrix.tint')}</span>
        </p>
      </div>
    </div>
  );
};
