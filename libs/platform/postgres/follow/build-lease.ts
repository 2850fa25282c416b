import type { BuildLease, EndedRow, OpenRow, OwnedRow, Step, TableAt, ViewTable } from '#platform/follow';
import type { ViewRegistry } from '#platform/views';
import type { Pool } from 'pg';
import { inTurn } from '../connect/in-turn.js';
import { queryPool } from '../connect/one-query.js';
import type { Connection } from '../connect/connection.js';
import { copyEnded, copyOpen, copyReach, portions } from './copy-rows.js';
import { Sweeps } from './sweeps.js';
import { takeLeases } from './take-lease.js';
import { readTables } from './view-checkpoints.js';
import { readRows, removeRows } from './view-rows.js';
import { asideName, forgetEnded, sweep } from '../read-model/view-table.js';
import { createIndexes, createTable } from './view-tables.js';
import { ViewWriter } from './view-writer.js';

const isBuilding = ({ state }: TableAt) => state === 'building';
const jobOf = ({ view, build }: ViewTable) => `building ${asideName(view, build)}`;

/** Fills tables that nobody reads yet; the connection holds a lock for each. */
export class PostgresBuildLease implements BuildLease {
  readonly #writer: ViewWriter;
  readonly #sweeps = new Sweeps();
  readonly #inTurn = inTurn();

  private constructor(
    private readonly pool: Pool,
    private readonly connection: Connection,
    log: string,
    private readonly mine: readonly TableAt[],
  ) {
    this.#writer = new ViewWriter(connection, log, {
      ended: (table, rows) => this.copyEnded(table, rows),
      open: async (table, rows, closed) => {
        await removeRows(this.#writer.ask, table, closed);
        for (const some of portions(rows)) await connection.copy(copyOpen(table, some));
        await this.copyReach(table, rows);
      },
    });
  }

  /** Whatever is to be built and nobody else is building. */
  static async take(pool: Pool, { all }: ViewRegistry, log: string): Promise<PostgresBuildLease | undefined> {
    const wanted = (await readTables(queryPool(pool), all, log)).filter(isBuilding);
    if (wanted.length === 0) return undefined;
    const lease = await takeLeases(pool, wanted.map(jobOf));
    if (!lease) return undefined;
    const { connection, held } = lease;
    try {
      const ask: ViewWriter['ask'] = (sql, values) => connection.query(sql, values);
      // Again, now that nobody else can have finished it.
      const mine = (await readTables(ask, all, log)).filter(
        (table) => isBuilding(table) && held.includes(jobOf(table)),
      );
      // What a crash of the server could undo here is folded again from the log.
      await connection.script('SET synchronous_commit = off');
      for (const table of mine) {
        if (table.at === 'start') await createTable(connection, table);
        else await connection.patient(forgetEnded(table, table.at));
      }
      return new PostgresBuildLease(pool, connection, log, mine);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  tables(): Promise<readonly TableAt[]> {
    return Promise.resolve(this.mine);
  }

  /** Reads rows on another connection, while this one is storing a step; one at a time, because readers need the others more. */
  rows(table: ViewTable, keys: readonly string[], before?: bigint): Promise<ReadonlyMap<string, OpenRow>> {
    return this.#inTurn(() => readRows(queryPool(this.pool), table, keys, before));
  }

  async keep(changes: Parameters<BuildLease['keep']>[0]): Promise<void> {
    for (const { table, ended } of changes) await this.copyEnded(table, ended);
  }

  async commit(step: Step): Promise<void> {
    await this.#writer.commit(step);
    for (const table of this.#sweeps.due(step)) await this.connection.patient(sweep(table));
  }

  async finish(table: ViewTable): Promise<void> {
    await createIndexes(this.connection, table);
    const { view, build } = table;
    await this.connection.query(
      `UPDATE view.checkpoint SET state = 'ready' WHERE follower = $1 AND version = $2 AND build = $3`,
      [view.name, view.version, build],
    );
  }

  private async copyEnded(table: ViewTable, rows: readonly EndedRow[]): Promise<void> {
    for (const some of portions(rows)) await this.connection.copy(copyEnded(table, some));
    await this.copyReach(table, rows);
  }

  private async copyReach(table: ViewTable, rows: readonly OwnedRow[]): Promise<void> {
    if (rows.some(({ scopes }) => scopes.length > 0)) await this.connection.copy(copyReach(table, rows));
  }

  release(): Promise<void> {
    return this.connection.close();
  }
}
