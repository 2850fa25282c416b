import type { AnyView } from '#kernel';
import type { Connection } from './connection.js';
import { createTable, dropTable, tableName } from './view-table.js';

/** Brings one view's table and checkpoint into being, inside the caller's transaction. */
export class ViewSchema {
  constructor(
    private readonly connection: Connection,
    /** The log whose positions count. */
    private readonly log: string,
  ) {}

  /** Keeps what is there, unless it is of another log, or has lost its table, or is to start anew. */
  async prepare(view: AnyView, anew: boolean): Promise<void> {
    const [found] = await this.connection.query<{ log: string; complete: boolean; there: boolean }>(
      `SELECT log, complete, to_regclass(table_name) IS NOT NULL AS there
       FROM view.checkpoint WHERE follower = $1 AND version = $2`,
      [view.name, view.version],
    );
    if (!found?.there || found.log !== this.log || anew) await this.create(view);
    else if (found.complete) await this.dropEarlier(view);
  }

  private async create(view: AnyView): Promise<void> {
    const table = tableName(view);
    await this.connection.script(dropTable(view) + createTable(view));
    await this.connection.query('DELETE FROM view.parked WHERE follower = $1 AND version = $2', [
      view.name,
      view.version,
    ]);
    await this.connection.query(
      `INSERT INTO view.checkpoint (follower, version, log, table_name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (follower, version) DO UPDATE
       SET log = excluded.log, table_name = excluded.table_name, position = NULL, complete = false`,
      [view.name, view.version, this.log, table],
    );
  }

  /** Only at a start after the one that built the newer table: until then a roll-back finds the older one. */
  private async dropEarlier(view: AnyView): Promise<void> {
    const earlier = await this.connection.query<{ version: number }>(
      'DELETE FROM view.checkpoint WHERE follower = $1 AND version < $2 RETURNING version',
      [view.name, view.version],
    );
    const tables = earlier.map(({ version }) => dropTable({ name: view.name, version }));
    await this.connection.script(tables.join('\n'));
    await this.connection.query('DELETE FROM view.parked WHERE follower = $1 AND version < $2', [
      view.name,
      view.version,
    ]);
  }
}
