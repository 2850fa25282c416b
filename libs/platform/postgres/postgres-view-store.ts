import type { AnyView, Id } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import type { Parked, ViewLease, ViewStore } from '#platform/follow';
import type { ViewRegistry } from '#platform/views';
import type { Pool } from 'pg';
import { askPool, type Ask } from './ask.js';
import { Connection } from './connection.js';
import { askRetry, namesOf, readParked } from './parked-rows.js';
import { takeLease } from './take-lease.js';
import { PostgresViewLease } from './view-lease.js';
import { ViewSchema } from './view-schema.js';

/** Rows, checkpoints and parked streams in PostgreSQL, in schema `view`. */
export class PostgresViewStore implements ViewStore {
  readonly #ask: Ask;

  /** The pool needs a connection for the lease and another for questions. */
  constructor(
    private readonly pool: Pool,
    private readonly views: ViewRegistry,
    private readonly events: Pick<EventStore, 'identity'>,
  ) {
    this.#ask = askPool(pool);
  }

  async prepare(anew: readonly AnyView[] = []): Promise<void> {
    const log = await this.events.identity();
    const connection = await Connection.open(this.pool);
    try {
      await connection.transaction(async () => {
        // Processes that start at once make each table once.
        await connection.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['sifang view tables']);
        const schema = new ViewSchema(connection, log);
        for (const view of this.views.all) await schema.prepare(view, anew.includes(view));
      });
    } finally {
      connection.close();
    }
  }

  /** Releases with other versions of a view write other tables, and so may work side by side. */
  async lease(): Promise<ViewLease | undefined> {
    const log = await this.events.identity();
    const names = this.views.all.map(({ name, version }) => `${name}_v${String(version)}`).sort();
    const connection = await takeLease(this.pool, `views ${names.join(' ')}`);
    return connection && new PostgresViewLease(connection, this.views, log);
  }

  async checkpoints(): Promise<ReadonlyMap<string, After>> {
    const rows = await this.#ask<{ follower: string; position: string | null }>(
      `SELECT follower, position FROM view.checkpoint WHERE log = $3
       AND (follower, version) IN (SELECT * FROM unnest($1::text[], $2::integer[]))`,
      [...namesOf(this.views.all), await this.events.identity()],
    );
    return new Map(rows.map(({ follower, position }) => [follower, position === null ? 'start' : BigInt(position)]));
  }

  parked(): Promise<readonly Parked[]> {
    return readParked(this.#ask, this.views.all);
  }

  retry(stream?: Id): Promise<void> {
    return askRetry(this.#ask, this.views.all, stream);
  }
}
