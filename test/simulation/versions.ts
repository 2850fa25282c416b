import type { OpenRow, OwnedRow, ParkedIn, ViewChange } from '#platform/follow';

/** A row during the positions in which it was true; `until` is undefined for what is true now. */
export interface RowVersion extends OwnedRow {
  readonly until: bigint | undefined;
}

/** What a table holds. */
interface Held {
  readonly build: number;
  readonly rows: readonly RowVersion[];
  readonly parked: readonly ParkedIn[];
}

/** The rows of these keys as they stand, or as they stood just before a position. */
export const read = (
  { rows }: Pick<Held, 'rows'>,
  keys: ReadonlySet<string>,
  before?: bigint,
): ReadonlyMap<string, OpenRow> => {
  const found = rows.filter(({ key, since, until }) => {
    if (!keys.has(key)) return false;
    return before === undefined ? until === undefined : since < before && (until === undefined || until >= before);
  });
  return new Map(found.map(({ key, since, born, text }) => [key, { key, since, born, text }]));
};

/** What a change leaves of a table. Throws where a database would: two rows of a key that begin at the same place, or are true now. */
export const after = (table: Held, { ended, closed, open, redo, parked }: ViewChange) => {
  const rewound = redo ? rewind(table.rows, new Set(redo.keys), redo.position) : table.rows;
  const stay = rewound.filter(({ key, until }) => until !== undefined || !closed.includes(key));
  const rows = [...stay, ...ended, ...open.map((row) => ({ ...row, until: undefined }))];
  if (new Set(rows.map(({ key, since }) => `${key} ${String(since)}`)).size < rows.length)
    throw new Error('a version twice');
  const now = rows.filter(({ until }) => until === undefined);
  if (new Set(now.map(({ key }) => key)).size < now.length) throw new Error('a row twice');
  const gone = [...parked.map(({ stream }) => stream), redo?.stream];
  const left = table.parked.filter(({ stream }) => !gone.includes(stream));
  return { rows, parked: [...left, ...parked.map((one) => ({ ...one, build: table.build }))] };
};

const rewind = (stored: readonly RowVersion[], keys: ReadonlySet<string>, position: bigint): readonly RowVersion[] =>
  stored
    .filter(({ key, since }) => !keys.has(key) || since < position)
    .map((row) => (keys.has(row.key) && (row.until ?? position) >= position ? { ...row, until: undefined } : row));
