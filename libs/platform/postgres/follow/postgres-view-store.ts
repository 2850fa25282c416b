import type { AnyView } from '#kernel';
import type { EventStore } from '#platform/event-store';
import {
  checkpointsOf,
  type BuildLease,
  type Parked,
  type ViewCheckpoint,
  type ViewLease,
  type ViewStore,
  type ViewTable,
} from '#platform/follow';
import type { ViewRegistry } from '#platform/views';
import type { Pool } from 'pg';
import { queryPool, type OneQuery } from '../connect/one-query.js';
import { PostgresBuildLease } from './build-lease.js';
import { Connection } from '../connect/connection.js';
import { readParked } from './parked-rows.js';
import { PostgresViewLease } from './view-lease.js';
import { readTables } from './view-checkpoints.js';
import { readRows } from './view-rows.js';
import { ViewSchema } from './view-schema.js';

/** Rows, checkpoints and parked streams in PostgreSQL, in schema `view`. */
export class PostgresViewStore implements ViewStore {
  readonly #ask: OneQuery;

  /** The pool needs a connection for each lease and another for questions. */
  constructor(
    private readonly pool: Pool,
    private readonly views: ViewRegistry,
    private readonly events: Pick<EventStore, 'identity' | 'head'>,
  ) {
    this.#ask = queryPool(pool);
  }

  async prepare(anew: readonly ViewTable[] = []): Promise<void> {
    const log = { identity: await this.events.identity(), head: await this.events.head() };
    const connection = await Connection.open(this.pool);
    try {
      await connection.transaction(async () => {
        // Processes that start at once make each table once.
        await connection.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['sifang view tables']);
        const schema = new ViewSchema(connection, log);
        for (const view of this.views.all) await schema.prepare(view, anew);
      });
    } finally {
      await connection.close();
    }
  }

  async lease(): Promise<ViewLease | undefined> {
    return PostgresViewLease.take(this.pool, this.views, await this.events.identity());
  }

  async buildLease(): Promise<BuildLease | undefined> {
    return PostgresBuildLease.take(this.pool, this.views, await this.events.identity());
  }

  async checkpoints(): Promise<ReadonlyMap<string, ViewCheckpoint>> {
    return checkpointsOf(await readTables(this.#ask, this.views.all, await this.events.identity()));
  }

  async rowsAt(view: AnyView, keys: readonly string[], position: bigint) {
    const checkpoint = (await this.checkpoints()).get(view.name);
    if (!checkpoint?.isReadable || checkpoint.at === 'start' || checkpoint.at < position) return undefined;
    // Whichever table is read has the same name, and holds the same.
    return readRows(this.#ask, { view, build: 0, state: 'serving' }, keys, position + 1n);
  }

  async parked(): Promise<readonly Parked[]> {
    const log = await this.events.identity();
    const [waiting, tables] = await Promise.all([
      readParked(this.#ask, this.views.all),
      readTables(this.#ask, this.views.all, log),
    ]);
    const served = new Map(
      tables.filter(({ state }) => state === 'serving').map(({ view, build }) => [view.name, build]),
    );
    return waiting
      .filter(({ follower, build }) => served.get(follower) === build)
      .map(({ build: _, ...parked }) => parked);
  }
}
