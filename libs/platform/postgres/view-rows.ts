import type { Closing, OpenRow, RowVersion, ViewChange, ViewTable } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { Ask } from './ask.js';
import { NOW, tableName } from './view-table.js';

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
  const select = `SELECT key, since, born, row::text AS text FROM ${tableName(table)} WHERE key = ANY($1)`;
  const rows = await (before === undefined
    ? ask<StoredRow>(`${select} AND until = ${NOW}`, [keys])
    : ask<StoredRow>(`${select} AND since < $2 AND until >= $2`, [keys, String(before)]));
  return new Map(
    rows.map(({ key, since, born, text }) => [key, { key, since: BigInt(since), born: BigInt(born), text }]),
  );
};

/** Ends versions that were true until now. */
export const closeVersions = async (ask: Ask, table: ViewTable, closed: readonly Closing[]): Promise<void> => {
  if (closed.length === 0) return;
  await ask(
    `UPDATE ${tableName(table)} AS v SET until = c.until
     FROM unnest($1::text[], $2::bigint[]) AS c(key, until) WHERE v.key = c.key AND v.until = ${NOW}`,
    [closed.map(({ key }) => key), closed.map(({ until }) => String(until))],
  );
};

/** Adds versions, those that ended already and those that are true now. */
export const insertVersions = async (ask: Ask, table: ViewTable, versions: readonly RowVersion[]): Promise<void> => {
  if (versions.length === 0) return;
  const owners = versions.map(({ owner }) => (owner === 'directory' ? { territory: '', orgs: [] } : owner));
  await ask(
    `INSERT INTO ${tableName(table)} (key, since, until, born, territory, orgs, directory, row)
     SELECT key, since, until, born, territory, orgs::text[], directory, row::jsonb FROM unnest(
       $1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::boolean[], $8::text[]
     ) AS r(key, since, until, born, territory, orgs, directory, row)`,
    [
      versions.map(({ key }) => key),
      versions.map(({ since }) => String(since)),
      versions.map(({ until }) => (until === undefined ? NOW : String(until))),
      versions.map(({ born }) => String(born)),
      owners.map(({ territory }) => territory),
      owners.map(({ orgs }) => arrayText(orgs)),
      versions.map(({ owner }) => owner === 'directory'),
      versions.map(({ text }) => text),
    ],
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
  await ask(`UPDATE ${name} SET until = ${NOW} WHERE key = ANY($1) AND until >= $2`, values);
};

/** A one-dimensional array as PostgreSQL writes it, since arrays of arrays would all have to be of one length. */
const arrayText = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
