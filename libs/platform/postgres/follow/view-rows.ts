import { columnsOf, type AnyView } from '#kernel';
import type { EndedRow, OpenRow, OwnedRow, ViewChange, ViewTable } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';
import { columnOf, columnsIn, pastOf, placeOf, reachOf, tableName } from '../read-model/view-table.js';

interface StoredRow extends QueryResultRow {
  readonly key: string;
  readonly since: string;
  readonly born: string;
  readonly text: string;
}

/** The rows of these keys as they stand, or as they stood just before a position. */
export const readRows = async (
  ask: OneQuery,
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
export const keepEnded = async (ask: OneQuery, table: ViewTable, ended: readonly EndedRow[]): Promise<void> => {
  if (ended.length === 0) return;
  const until: Column = { name: 'until', type: 'bigint', values: ended.map((row) => String(row.until)) };
  const columns = [...columnsWith(table.view, ended), until];
  await ask(insert(pastOf(tableName(table)), columns), valuesOf(columns));
};

/** Lets rows be found. */
export const keepReach = async (ask: OneQuery, table: ViewTable, rows: readonly OwnedRow[]): Promise<void> => {
  const found = rows.flatMap(({ scopes, born, key }) => scopes.map((scope) => ({ scope, born: String(born), key })));
  if (found.length === 0) return;
  await ask(`INSERT INTO ${reachOf(tableName(table))} SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])`, [
    found.map(({ scope }) => scope),
    found.map(({ born }) => born),
    found.map(({ key }) => key),
  ]);
};

/** Removes the rows of these keys. */
export const removeRows = async (ask: OneQuery, table: ViewTable, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await ask(`DELETE FROM ${tableName(table)} WHERE key = ANY($1)`, [keys]);
};

/** What is true now, in place of what was. */
export const putRows = async (ask: OneQuery, table: ViewTable, rows: readonly OwnedRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns = columnsWith(table.view, rows);
  const changes = columns.slice(1).map(({ name }) => `${name} = excluded.${name}`);
  await ask(
    `${insert(tableName(table), columns)} ON CONFLICT (key) DO UPDATE SET ${changes.join(', ')}`,
    valuesOf(columns),
  );
};

/** Takes these keys back to how they stood before a position, as if nothing had been folded since. */
export const rewind = async (
  ask: OneQuery,
  table: ViewTable,
  { keys, position }: NonNullable<ViewChange['redo']>,
): Promise<void> => {
  const [name, columns] = [tableName(table), columnsIn(table.view).join(', ')];
  const values = [keys, String(position)];
  await ask(`DELETE FROM ${name} WHERE key = ANY($1) AND since >= $2`, values);
  await ask(
    `WITH undone AS (DELETE FROM ${pastOf(name)} WHERE key = ANY($1) AND until >= $2 RETURNING *)
     INSERT INTO ${name} (${columns}) SELECT ${columns} FROM undone WHERE since < $2`,
    values,
  );
};

/** A column of some rows, as an array. */
interface Column {
  readonly name: string;
  readonly type: 'text' | 'bigint' | 'boolean';
  /** How it is stored, when not as that. */
  readonly as?: string;
  readonly values: readonly unknown[];
}

const columnsWith = (view: AnyView, rows: readonly OwnedRow[]): readonly Column[] => {
  const places = rows.map(placeOf);
  return [
    { name: 'key', type: 'text', values: rows.map(({ key }) => key) },
    { name: 'since', type: 'bigint', values: rows.map(({ since }) => String(since)) },
    { name: 'born', type: 'bigint', values: rows.map(({ born }) => String(born)) },
    { name: 'territory', type: 'text', values: places.map(({ territory }) => territory) },
    // Arrays of arrays would all have to be of one length.
    { name: 'orgs', type: 'text', as: 'text[]', values: places.map(({ orgs }) => arrayText(orgs)) },
    { name: 'directory', type: 'boolean', values: rows.map(({ owner }) => owner === 'directory') },
    { name: 'row', type: 'text', values: rows.map(({ text }) => text) },
    ...columnsOf(view).map((field, n): Column => {
      return { name: columnOf(field), type: 'text', values: rows.map(({ columns }) => columns[n]) };
    }),
  ];
};

const valuesOf = (columns: readonly Column[]) => columns.map(({ values }) => values);

const insert = (table: string, columns: readonly Column[]): string => {
  const names = columns.map(({ name }) => name).join(', ');
  const taken = columns.map(({ name, as }) => (as === undefined ? name : `${name}::${as}`));
  const given = columns.map(({ type }, n) => `$${String(n + 1)}::${type}[]`);
  return `INSERT INTO ${table} (${names}) SELECT ${taken.join(', ')} FROM unnest(${given.join(', ')}) AS r(${names})`;
};

/** A one-dimensional array as PostgreSQL writes it. */
const arrayText = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
