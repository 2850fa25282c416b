import type { Id } from '#kernel';
import type { Parked, ParkedIn } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface ParkedRow extends QueryResultRow {
  readonly follower: string;
  readonly build: number;
  readonly stream: Id;
  readonly position: string;
  readonly error: string;
}

/** Followers by name and version, as two arrays for `unnest`. */
export const namesOf = (followers: readonly { readonly name: string; readonly version: number }[]) =>
  [followers.map(({ name }) => name), followers.map(({ version }) => version)] as const;

const parked = ({ position, ...rest }: ParkedRow): ParkedIn => ({ ...rest, position: BigInt(position) });
const COLUMNS = 'follower, build, stream, position, error';
const OURS = '(follower, version) IN (SELECT * FROM unnest($1::text[], $2::integer[]))';

type Followers = Parameters<typeof namesOf>[0];

/** Streams that wait, nearest to the start of the log first. */
export const readParked = async (ask: OneQuery, followers: Followers): Promise<readonly ParkedIn[]> => {
  const rows = await ask<ParkedRow>(
    `SELECT ${COLUMNS} FROM view.parked WHERE ${OURS} ORDER BY position`,
    namesOf(followers),
  );
  return rows.map(parked);
};

/** Which table of a view, or which version of a policy, something is about. */
export interface Held {
  readonly version: number;
  readonly build: number;
}

/** Notes that streams wait; one that waits already keeps its place. */
export const writeParked = async (ask: OneQuery, { version, build }: Held, all: readonly Parked[]): Promise<void> => {
  if (all.length === 0) return;
  const columns = [
    all.map(({ follower }) => follower),
    all.map(({ stream }) => stream),
    all.map(({ position }) => String(position)),
    all.map(({ error }) => error),
  ];
  await ask(
    `INSERT INTO view.parked (version, build, follower, stream, position, error)
     SELECT $1::integer, $2::integer, * FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[])
     ON CONFLICT (follower, version, build, stream) DO UPDATE SET position = excluded.position, error = excluded.error`,
    [version, build, ...columns],
  );
};

/** A stream that does not wait any more. */
export const removeParked = async (
  ask: OneQuery,
  { version, build }: Held,
  { follower, stream }: Pick<Parked, 'follower' | 'stream'>,
): Promise<void> => {
  await ask('DELETE FROM view.parked WHERE version = $1 AND build = $2 AND follower = $3 AND stream = $4', [
    version,
    build,
    follower,
    stream,
  ]);
};
