import type { ViewTable } from '#platform/follow';
import { DatabaseError } from 'pg';
import type { Connection } from '../connect/connection.js';
import { asideName, dropTable, servingTable, tableName, TABLES, viewVersion } from '../read-model/view-table.js';

/** For so long new readers may have to wait behind one who is still reading; then they go first, and it is tried again. */
const WAIT_MS = 1_000;
const LOCK_TIMEOUT = '55P03';

/** In the order in which readers take them: one who sees the present of one table never sees the past of another. */
const rename = (from: string, to: string): string =>
  TABLES.map((suffix) => `ALTER TABLE ${from}${suffix} RENAME TO ${to}${suffix};`).join(' ');

/**
 * Lets readers see another table from now on: in one transaction the names change places, so that every statement sees either
 * the one table or the other, whole. False when a reader did not come to an end.
 */
export const serveNow = async (connection: Connection, table: ViewTable): Promise<boolean> => {
  const { view, build } = table;
  const state = `UPDATE view.checkpoint SET asked = NULL,`;
  const ofView = 'WHERE follower = $1 AND version = $2';
  try {
    await connection.transaction(async () => {
      await connection.script(`SET LOCAL lock_timeout = ${String(WAIT_MS)}`);
      const [before] = await connection.query<{ build: number }>(
        `SELECT build FROM view.checkpoint ${ofView} AND state = 'serving' FOR UPDATE`,
        [view.name, view.version],
      );
      if (before) {
        const aside = asideName(view, before.build);
        await connection.script(rename(servingTable(view), aside));
        await connection.query(`${state} state = 'former', table_name = $3 ${ofView} AND state = 'serving'`, [
          ...[view.name, view.version],
          `view.${aside}`,
        ]);
      }
      await connection.script(rename(tableName(table), viewVersion(view)));
      await connection.query(`${state} state = 'serving', table_name = $4 ${ofView} AND build = $3`, [
        ...[view.name, view.version, build],
        servingTable(view),
      ]);
    });
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === LOCK_TIMEOUT) return false;
    throw error;
  }
};

/** Removes a table with its line and the streams that wait in it. */
export const dropNow = async (connection: Connection, table: ViewTable): Promise<void> => {
  const { view, build } = table;
  await connection.transaction(async () => {
    for (const lines of ['view.checkpoint', 'view.parked']) {
      await connection.query(`DELETE FROM ${lines} WHERE follower = $1 AND version = $2 AND build = $3`, [
        ...[view.name, view.version, build],
      ]);
    }
    await connection.script(dropTable(tableName(table)));
  });
};
