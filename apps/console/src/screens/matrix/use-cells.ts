import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useKeys } from '../../lib/keys';
import { PARTIES, type Party } from '../../ui/marks';
import { nextOf, type At } from './moving';
import { isHole, markOf } from './points';
import type { Point } from './query';

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

/** Which cell the keys are at, which one is open, and how one comes from one to another. */
export const useCells = (rows: readonly Point[], asOf: string | undefined) => {
  const navigate = useNavigate();
  const { cell } = useSearch({ from: '/matrix' });
  const grid = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<At>({ row: 0, column: 0 });
  const [assigning, setAssigning] = useState(0);
  const open = openIn(rows, cell);
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
    setAssigning(0);
    ask({ cell: wanted });
  };
  const openAt = ({ row, column }: At) => show(rows[row]?.id, PARTIES[column]);
  const assign = () => {
    openAt(open ?? focus);
    setAssigning((times) => times + 1);
  };
  const close = () => {
    ask({ cell: undefined });
    requestAnimationFrame(() => goTo(focus));
  };
  const nextHole = (back: boolean) => goTo(nextOf(holesIn(rows), focus, back) ?? focus);
  useKeys({
    KeyU: nextHole,
    ...(asOf === undefined && { KeyA: assign }),
    ...(cell !== undefined && { Escape: close }),
  });
  return { grid, focus, open, assigning, ask, goTo, show, openAt, close };
};
