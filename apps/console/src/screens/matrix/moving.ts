/** A cell of the grid: its row among all, and its column among the four. */
export interface At {
  readonly row: number;
  readonly column: number;
}

const LAST = 3;
const STEPS: Readonly<Record<string, (at: At) => At>> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }) => ({ row, column: LAST }),
};

const within = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/** Where a key leads, inside the grid; nowhere for keys that do not move. */
export const moved = (at: At, code: string, rows: number): At | undefined => {
  const next = STEPS[code]?.(at);
  return next && { row: within(next.row, rows - 1), column: within(next.column, LAST) };
};

/** Reads what a cell says of its place. */
export const placeIn = (text: string | null | undefined): At | undefined => {
  const [row, column] = (text ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
};

/** The column, where it is in this row. */
export const isAt = (at: At | undefined, row: number): number | undefined => (at?.row === row ? at.column : undefined);

const order = ({ row, column }: At): number => row * (LAST + 1) + column;

/** The next of these cells after one, or the one before it; from the end on to the first. */
export const nextOf = (cells: readonly At[], from: At, back: boolean): At | undefined =>
  back
    ? (cells.findLast((cell) => order(cell) < order(from)) ?? cells.at(-1))
    : (cells.find((cell) => order(cell) > order(from)) ?? cells[0]);
