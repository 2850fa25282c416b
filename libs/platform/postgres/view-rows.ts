import type { AnyView } from '#kernel';
import type { Closing, OpenRow, RowVersion, ViewChange } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { Ask } from './ask.js';
import { NOW, tableName } from './view-table.js';

interface StoredRow extends QueryResultRow {
  readonly key: string;
  readonly born: string;
  readonly text: string;
}

/** The rows of these keys as they stand, or as they stood just before a position. */
export const readRows = async (
  ask: Ask,
  view: AnyView,
  keys: readonly string[],
  before?: bigint,
): Promise<ReadonlyMap<string, OpenRow>> => {
  if (keys.length === 0) return new Map();
  const select = `SELECT key, born, row::text AS text FROM ${tableName(view)} WHERE key = ANY($1)`;
  const rows = await (before === undefined
    ? ask<StoredRow>(`${select} AND until = ${NOW}`, [keys])
    : ask<StoredRow>(`${select} AND since < $2 AND until >= $2`, [keys, String(before)]));
  return new Map(rows.map(({ key, born, text }) => [key, { key, born: BigInt(born), text }]));
};

/** Ends versions that were true until now. */
export const closeVersions = async (ask: Ask, view: AnyView, closed: readonly Closing[]): Promise<void> => {
  if (closed.length === 0) return;
  await ask(
    `UPDATE ${tableName(view)} AS v SET until = c.until
     FROM unnest($1::text[], $2::bigint[]) AS c(key, until) WHERE v.key = c.key AND v.until = ${NOW}`,
    [closed.map(({ key }) => key), closed.map(({ until }) => String(until))],
  );
};

/** Adds versions, those that ended already and those that are true now. */
export const insertVersions = async (ask: Ask, view: AnyView, versions: readonly RowVersion[]): Promise<void> => {
  if (versions.length === 0) return;
  const owners = versions.map(({ owner }) => (owner === 'directory' ? { territory: '', orgs: [] } : owner));
  await ask(
    `INSERT INTO ${tableName(view)} (key, since, until, born, territory, orgs, directory, row)
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
  view: AnyView,
  { keys, position }: NonNullable<ViewChange['redo']>,
): Promise<void> => {
  const table = tableName(view);
  const values = [keys, String(position)];
  await ask(`DELETE FROM ${table} WHERE key = ANY($1) AND since >= $2`, values);
  await ask(`UPDATE ${table} SET until = ${NOW} WHERE key = ANY($1) AND until >= $2`, values);
};

/** A one-dimensional array as PostgreSQL writes it, since arrays of arrays would all have to be of one length. */
const arrayText = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
