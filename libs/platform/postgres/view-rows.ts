import type { EndedRow, OpenRow, OwnedRow, ViewChange, ViewTable } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { Ask } from './ask.js';
import { pastOf, tableName } from './view-table.js';

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
  const select = (from: string) => `SELECT key, since, born, row::text AS text FROM ${from} WHERE key = ANY($1)`;
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
  await ask(
    `INSERT INTO ${pastOf(tableName(table))} (${COLUMNS}, row, until)
     SELECT ${VALUES}, row, until FROM unnest(${ARRAYS}, $8::bigint[]) AS r(${COLUMNS}, row, until)`,
    [...arrays(ended), ended.map(({ until }) => String(until))],
  );
};

/** Removes the rows of these keys. */
export const removeRows = async (ask: Ask, table: ViewTable, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await ask(`DELETE FROM ${tableName(table)} WHERE key = ANY($1)`, [keys]);
};

/** What is true now, in place of what was. */
export const putRows = async (ask: Ask, table: ViewTable, rows: readonly OwnedRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await ask(
    `INSERT INTO ${tableName(table)} (${COLUMNS}, row)
     SELECT ${VALUES}, row::jsonb FROM unnest(${ARRAYS}) AS r(${COLUMNS}, row)
     ON CONFLICT (key) DO UPDATE SET since = excluded.since, born = excluded.born, territory = excluded.territory,
       orgs = excluded.orgs, directory = excluded.directory, row = excluded.row`,
    arrays(rows),
  );
};

/** Takes these keys back to how they stood before a position, as if nothing had been folded since. */
export const rewind = async (
  ask: Ask,
  table: ViewTable,
  { keys, position }: NonNullable<ViewChange['redo']>,
): Promise<void> => {
  const name = tableName(table);
  const values = [keys, String(position)];
  await ask(`DELETE FROM ${name} WHERE key = ANY($1) AND since >= $2`, values);
  await ask(
    `WITH undone AS (DELETE FROM ${pastOf(name)} WHERE key = ANY($1) AND until >= $2 RETURNING *)
     INSERT INTO ${name} (${COLUMNS}, row) SELECT ${COLUMNS}, row::jsonb FROM undone WHERE since < $2`,
    values,
  );
};

const COLUMNS = 'key, since, born, territory, orgs, directory';
const VALUES = 'key, since, born, territory, orgs::text[], directory';
const ARRAYS = '$1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::boolean[], $7::text[]';

/** Rows as one array for each column. */
const arrays = (rows: readonly OwnedRow[]): unknown[] => {
  const owners = rows.map(({ owner }) => (owner === 'directory' ? { territory: '', orgs: [] } : owner));
  return [
    rows.map(({ key }) => key),
    rows.map(({ since }) => String(since)),
    rows.map(({ born }) => String(born)),
    owners.map(({ territory }) => territory),
    owners.map(({ orgs }) => arrayText(orgs)),
    rows.map(({ owner }) => owner === 'directory'),
    rows.map(({ text }) => text),
  ];
};

/** A one-dimensional array as PostgreSQL writes it, since arrays of arrays would all have to be of one length. */
const arrayText = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
