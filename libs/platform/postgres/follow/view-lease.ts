import type { AnyView } from '#kernel';
import type { OpenRow, ParkedIn, Step, TableAt, ViewLease, ViewTable } from '#platform/follow';
import type { ViewRegistry } from '#platform/views';
import type { Pool } from 'pg';
import type { Connection } from '../connect/connection.js';
import { readParked } from './parked-rows.js';
import { takeJobs, takeLeases } from './take-lease.js';
import { serveNow } from './view-switch.js';
import { dropTable } from './view-tables.js';
import { keepEnded, keepReach, putRows, readRows, removeRows } from './view-rows.js';
import { viewVersion } from '../read-model/view-table.js';
import { ViewWriter } from './view-writer.js';

/** Writes the rows of views; the connection holds the locks that make this process the one that does. */
export class PostgresViewLease implements ViewLease {
  readonly #writer: ViewWriter;
  #views: readonly AnyView[];

  private constructor(
    private readonly connection: Connection,
    private readonly registry: ViewRegistry,
    log: string,
    held: readonly string[],
  ) {
    this.#views = registry.all.filter((view) => held.includes(viewVersion(view)));
    this.#writer = new ViewWriter(connection, log, {
      ended: async (table, rows) => {
        await keepEnded(this.#writer.ask, table, rows);
        await keepReach(this.#writer.ask, table, rows);
      },
      open: async (table, rows, closed) => {
        const stay = new Set(rows.map(({ key }) => key));
        const gone = closed.filter((key) => !stay.has(key));
        await removeRows(this.#writer.ask, table, gone);
        await putRows(this.#writer.ask, table, rows);
        await keepReach(this.#writer.ask, table, rows);
      },
    });
  }

  /** A lock for each view and version: releases with other versions of some views work side by side, each on its own tables. */
  static async take(pool: Pool, registry: ViewRegistry, log: string): Promise<PostgresViewLease | undefined> {
    const lease = await takeLeases(pool, registry.all.map(viewVersion));
    if (!lease) return undefined;
    const { connection, held } = lease;
    try {
      // What a crash of the server could undo here is folded again from the log.
      await connection.script('SET synchronous_commit = off');
    } catch (error) {
      await connection.close();
      throw error;
    }
    return new PostgresViewLease(connection, registry, log, held);
  }

  private get isWhole(): boolean {
    return this.#views.length === this.registry.all.length;
  }

  async widen(): Promise<void> {
    if (this.isWhole) return;
    const missing = this.registry.all.filter((view) => !this.#views.includes(view));
    const held = await takeJobs(this.connection, missing.map(viewVersion));
    this.#views = [...this.#views, ...missing.filter((view) => held.includes(viewVersion(view)))];
  }

  tables(): Promise<readonly TableAt[]> {
    return this.#writer.tables(this.#views);
  }

  parked(): Promise<readonly ParkedIn[]> {
    return readParked(this.#writer.ask, this.#views);
  }

  rows(table: ViewTable, keys: readonly string[], before?: bigint): Promise<ReadonlyMap<string, OpenRow>> {
    return readRows(this.#writer.ask, table, keys, before);
  }

  commit(step: Step): Promise<void> {
    return this.#writer.commit(step);
  }

  serve(table: ViewTable): Promise<boolean> {
    return serveNow(this.connection, table);
  }

  drop(table: ViewTable): Promise<void> {
    return dropTable(this.connection, table);
  }

  release(): Promise<void> {
    return this.connection.close();
  }
}
