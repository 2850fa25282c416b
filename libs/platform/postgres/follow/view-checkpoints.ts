import type { AnyView } from '#kernel';
import type { After } from '#platform/event-store';
import type { TableAt, TableState } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';
import { namesOf } from './parked-rows.js';

interface CheckpointRow extends QueryResultRow {
  readonly follower: string;
  readonly version: number;
  readonly build: number;
  readonly state: TableState;
  readonly position: string | null;
  readonly asked: 'serve' | 'drop' | null;
}

/** A place in the log as a column holds it. */
export const stored = (at: After): string | null => (at === 'start' ? null : String(at));

/** The tables of these views, at the version that this program has, for one log. */
export const readTables = async (
  ask: OneQuery,
  views: readonly AnyView[],
  log: string,
): Promise<readonly TableAt[]> => {
  const rows = await ask<CheckpointRow>(
    `SELECT follower, version, build, state, position, asked FROM view.checkpoint WHERE log = $3
     AND (follower, version) IN (SELECT * FROM unnest($1::text[], $2::integer[])) ORDER BY follower, build`,
    [...namesOf(views), log],
  );
  return rows.flatMap(({ follower, build, state, position, asked }) => {
    const view = views.find(({ name }) => name === follower);
    const at = position === null ? 'start' : BigInt(position);
    return view ? [{ view, build, state, at, ...(asked && { asked }) }] : [];
  });
};
