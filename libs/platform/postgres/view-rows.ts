import { columnsOf, type AnyView } from '#kernel';
import type { EndedRow, OpenRow, OwnedRow, ViewChange, ViewTable } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { Ask } from './ask.js';
import { columnsIn, pastOf, tableName } from './view-table.js';

interface StoredRow extends QueryResultRow {
  readonly key: string;
  readonly since: string;
  readonly born: string;
  readonly text: string;
}

/** The rows of these keys as they stand, or as they stood just before a position. */
export const readRows = async (
  ask: Ask,
  table: ViewTable,
  keys: readonly string[],
  before?: bigint,
): Promise<ReadonlyMap<string, OpenRow>> => {
  if (keys.length === 0) return new Map();
  const name = tableName(table);
  const select = (from: string) => `SELECT key, since, born, row AS text FROM ${from} WHERE key = ANY($1)`;
  const rows = await (before === undefined
    ? ask<StoredRow>(select(name), [keys])
    : ask<StoredRow>(
        `${select(name)} AND since < $2 UNION ALL ${select(pastOf(name))} AND since < $2 AND until >= $2`,
        [keys, String(before)],
      ));
  return new Map(
    rows.map(({ key, since, born, text }) => [key, { key, since: BigInt(since), born: BigInt(born), text }]),
  );
};

/** Keeps versions that ended. */
export const keepEnded = async (ask: Ask, table: ViewTable, ended: readonly EndedRow[]): Promise<void> => {
  if (ended.length === 0) return;
  const columns = `${columnsIn(table.view)}, until`;
  const arrays = [...arraysOf(table.view, ended), { type: 'bigint', values: ended.map(({ until }) => String(until)) }];
  await ask(
    `INSERT INTO ${pastOf(tableName(table))} (${columns}) ${selectFrom(columns, arrays)}`,
    arrays.map(({ values }) => values),
  );
};

/** Removes the rows of these keys. */
export const removeRows = async (ask: Ask, table: ViewTable, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await ask(`DELETE FROM ${tableName(table)} WHERE key = ANY($1)`, [keys]);
};

/** What is true now, in place of what was. */
export const putRows = async (ask: Ask, table: ViewTable, rows: readonly OwnedRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns = columnsIn(table.view);
  const arrays = arraysOf(table.view, rows);
  const changes = columns.split(', ').map((column) => `${column} = excluded.${column}`);
  await ask(
    `INSERT INTO ${tableName(table)} (${columns}) ${selectFrom(columns, arrays)}
     ON CONFLICT (key) DO UPDATE SET ${changes.slice(1).join(', ')}`,
    arrays.map(({ values }) => values),
  );
};

/** Takes these keys back to how they stood before a position, as if nothing had been folded since. */
export const rewind = async (
  ask: Ask,
  table: ViewTable,
  { keys, position }: NonNullable<ViewChange['redo']>,
): Promise<void> => {
  const [name, columns] = [tableName(table), columnsIn(table.view)];
  const values = [keys, String(position)];
  await ask(`DELETE FROM ${name} WHERE key = ANY($1) AND since >= $2`, values);
  await ask(
    `WITH undone AS (DELETE FROM ${pastOf(name)} WHERE key = ANY($1) AND until >= $2 RETURNING *)
     INSERT INTO ${name} (${columns}) SELECT ${columns} FROM undone WHERE since < $2`,
    values,
  );
};

interface Column {
  readonly type: string;
  readonly values: readonly unknown[];
}

/** Rows as one array for each column, in the order of `columnsIn`. */
const arraysOf = (view: AnyView, rows: readonly OwnedRow[]): readonly Column[] => {
  const owners = rows.map(({ owner }) => (owner === 'directory' ? { territory: '', orgs: [] } : owner));
  const texts = (values: readonly unknown[]) => ({ type: 'text', values });
  return [
    texts(rows.map(({ key }) => key)),
    { type: 'bigint', values: rows.map(({ since }) => String(since)) },
    { type: 'bigint', values: rows.map(({ born }) => String(born)) },
    texts(owners.map(({ territory }) => territory)),
    texts(owners.map(({ orgs }) => arrayText(orgs))),
    { type: 'boolean', values: rows.map(({ owner }) => owner === 'directory') },
    texts(rows.map(({ text }) => text)),
    ...columnsOf(view).map((_, n) => texts(rows.map(({ columns }) => columns[n]))),
  ];
};

/** The rows that these arrays are. Arrays of arrays would all have to be of one length, so organisations come as texts. */
const selectFrom = (columns: string, arrays: readonly Column[]): string => {
  const given = arrays.map(({ type }, n) => `$${String(n + 1)}::${type}[]`);
  return `SELECT ${columns.replace(' orgs,', ' orgs::text[],')} FROM unnest(${given.join(', ')}) AS r(${columns})`;
};

/** A one-dimensional array as PostgreSQL writes it. */
const arrayText = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
