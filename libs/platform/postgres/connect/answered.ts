import { Overloaded, Unavailable } from '#platform/event-store';
import type { Pool, PoolClient } from 'pg';
import { databaseErrorOf } from './database-errors.js';

/** A free connection. Throws Unavailable when there is none in time, whatever the reason: nothing was sent then. */
export const connected = (pool: Pool): Promise<PoolClient> =>
  pool.connect().catch((error: unknown) => {
    throw new Unavailable(error);
  });

/** More questions than this for one pool are not kept waiting; a full page of the API asks a dozen. */
const WAITING = 4_096;

/** Asks a pool. Throws Overloaded when too many wait for it already, and StorageFull or Unavailable when the machine fails. */
export const answered = async <T>(pool: Pool, ask: () => Promise<T>): Promise<T> => {
  if (pool.waitingCount >= WAITING) throw new Overloaded(pool.waitingCount);
  try {
    return await ask();
  } catch (error) {
    throw databaseErrorOf(error);
  }
};
