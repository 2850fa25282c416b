import type { AnyView } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { Progress, ViewFollower, type ViewStore } from '#platform/follow';
import { openPool, PostgresEventStore, PostgresPolicyStore, PostgresViewStore } from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import type { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';
import { query } from './query.js';

/** A database with a log, and whatever follows it; everything ends with `close`. */
export class BoxWorld {
  readonly events: PostgresEventStore;
  readonly pool: Pool;
  readonly #stops: (() => Promise<void>)[] = [];

  private constructor(readonly database: FreshDatabase) {
    this.events = new PostgresEventStore(database.applicationUrl);
    this.pool = this.openPool();
  }

  /** Makes a world on a database of its own, or on one that is there. */
  static async open(database?: FreshDatabase): Promise<BoxWorld> {
    return new BoxWorld(database ?? (await freshDatabase()));
  }

  /** Opens a pool of connections as another process would have one. */
  openPool(): Pool {
    const pool = openPool({ url: this.database.applicationUrl, name: 'spec', max: 6 });
    this.#stops.unshift(async () => {
      if (!pool.ending) await pool.end();
    });
    return pool;
  }

  viewStore(views: readonly AnyView[], pool = this.pool, events: Pick<EventStore, 'identity' | 'head'> = this.events) {
    return new PostgresViewStore(pool, new ViewRegistry(views), events);
  }

  /** A follower of these views with what it needs, not yet started. */
  follower(views: readonly AnyView[], events: EventStore = this.events, store?: ViewStore, patienceMs = 100_000) {
    const registry = new ViewRegistry(views);
    const viewStore = store ?? new PostgresViewStore(this.pool, registry, events);
    const policyStore = new PostgresPolicyStore(this.pool, [], events);
    const progress = new Progress({ views: registry, policies: [], viewStore, policyStore, events, patienceMs });
    const parts = { views: registry, store: viewStore, events, log: createLog('silent') };
    const follower = new ViewFollower({ ...parts, moved: progress.moved });
    this.#stops.unshift(() => follower.stop());
    /** Waits until the views know all that the log knows now. */
    const caughtUp = async () => {
      const head = await events.head();
      if (head !== 'start') await Promise.all(views.map((view) => progress.folded(head, view)));
    };
    /** Starts anew, as the program does once the cause of a fault was removed. */
    const restarted = async () => {
      await follower.stop();
      const again = this.follower(views, events, store, patienceMs);
      await again.start();
      return again;
    };
    return { follower, progress, registry, caughtUp, restarted, start: () => follower.start() };
  }

  /** Every version of every row: what is true now, and what ended. */
  rows(table: string): Promise<readonly Record<string, unknown>[]> {
    return query(this.database.applicationUrl, `${versionsOf(table)} ORDER BY key, since`);
  }

  /** How many of the same rows there are, and a digest of them, for each 256th part of the keys: for tables that are too large to hold. */
  digests(table: string): Promise<readonly Record<string, unknown>[]> {
    return query(
      this.database.applicationUrl,
      `SELECT left(md5(key), 2) AS part, count(*), md5(string_agg(md5(one::text), '' ORDER BY key, since))
       FROM (${versionsOf(table)}) one GROUP BY part ORDER BY part`,
    );
  }

  sql(text: string): Promise<readonly Record<string, unknown>[]> {
    return query(this.database.superuserUrl, text);
  }

  /** Takes back all folding, as if nothing had ever been folded. */
  async forgetViews(): Promise<void> {
    await this.sql(`DO $$ BEGIN
      EXECUTE coalesce((SELECT 'DROP TABLE ' || string_agg('view.' || tablename, ', ') FROM pg_tables
        WHERE schemaname = 'view' AND tablename LIKE '%\\_v%'), 'SELECT 1');
      DELETE FROM view.checkpoint;
      DELETE FROM view.parked;
    END $$`);
  }

  /** Folds a view from the whole log with a follower that was never disturbed. */
  replayed(views: readonly AnyView[], table: string): Promise<readonly Record<string, unknown>[]> {
    return this.refolded(views, (fresh) => fresh.rows(table));
  }

  /** What is seen in a world that folded these views from the whole log, undisturbed. */
  async refolded<T>(views: readonly AnyView[], look: (fresh: BoxWorld) => Promise<T>, patienceMs?: number): Promise<T> {
    const fresh = await BoxWorld.open();
    try {
      const { start, caughtUp } = fresh.follower(views, this.events, undefined, patienceMs);
      await start();
      await caughtUp();
      return await look(fresh);
    } finally {
      await fresh.close();
    }
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.splice(0)) await stop();
    await this.events.close();
    await this.database.drop();
  }
}

const versionsOf = (table: string): string => {
  const columns = 'key, since, born, territory, orgs, directory';
  return `SELECT ${columns}, row::jsonb, 9223372036854775807 AS until FROM view.${table}
          UNION ALL SELECT ${columns}, row::jsonb, until FROM view.${table}_past`;
};
