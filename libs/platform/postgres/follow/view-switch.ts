import type { ViewTable } from '#platform/follow';
import { DatabaseError } from 'pg';
import type { Connection } from '../connect/connection.js';
import { serveTable } from './view-tables.js';

/** For so long new readers may have to wait behind one who is still reading; then they go first, and it is tried again. */
const WAIT_MS = 1_000;
const LOCK_TIMEOUT = '55P03';

/**
 * Lets readers see another table from now on: in one transaction the names change places, so that every statement sees either
 * the one table or the other, whole. False when a reader did not come to an end.
 */
export const serveNow = async (connection: Connection, table: ViewTable): Promise<boolean> => {
  try {
    await connection.transaction(async () => {
      await connection.script(`SET LOCAL lock_timeout = ${String(WAIT_MS)}`);
      await serveTable(connection, table);
    });
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === LOCK_TIMEOUT) return false;
    throw error;
  }
};
