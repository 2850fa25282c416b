import type { Pool } from 'pg';
import { Connection } from '../connect/connection.js';

/** Takes those of these jobs that nobody else does; this connection does them from now on. */
export const takeJobs = async (connection: Connection, names: readonly string[]): Promise<readonly string[]> => {
  const rows = await connection.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE pg_try_advisory_lock(hashtextextended('sifang follower ' || name, 0))`,
    [names],
  );
  return rows.map(({ name }) => name);
};

/**
 * A connection that holds a lock for each of some jobs, and which ones; undefined while others do all of them. Whoever has a lock
 * is the only one who does the job of that name; all writes of the job go through the connection, so that a process that lost the
 * lock cannot write any more.
 */
export const takeLeases = async (
  pool: Pool,
  names: readonly string[],
): Promise<{ readonly connection: Connection; readonly held: readonly string[] } | undefined> => {
  const connection = await Connection.open(pool);
  try {
    const held = await takeJobs(connection, names);
    if (held.length > 0 || names.length === 0) return { connection, held };
  } catch (error) {
    await connection.close();
    throw error;
  }
  await connection.close();
  return undefined;
};

/** Takes one job, unless somebody else does it. */
export const takeLease = async (pool: Pool, name: string): Promise<Connection | undefined> =>
  (await takeLeases(pool, [name]))?.connection;
