import type { Pool } from 'pg';
import { Connection } from './connection.js';

/**
 * A connection that holds a named lock, or undefined while another one does. Whoever has it is the only one who does the job of
 * that name; all writes of the job go through it, so that a process that lost the lock cannot write any more.
 */
export const takeLease = async (pool: Pool, name: string): Promise<Connection | undefined> => {
  const connection = await Connection.open(pool);
  try {
    const sql = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held';
    const [row] = await connection.query<{ held: boolean }>(sql, [`sifang follower ${name}`]);
    if (row?.held) return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.close();
  return undefined;
};
