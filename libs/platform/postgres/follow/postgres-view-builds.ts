import type { AnyView } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import type { TableState } from '#platform/follow';
import type { ViewRegistry } from '#platform/views';
import type { Pool, QueryResultRow } from 'pg';
import { queryPool, type OneQuery } from '../connect/one-query.js';
import { Connection } from '../connect/connection.js';
import { takeLease } from './take-lease.js';
import { addLine } from './view-schema.js';
import { dropTable } from './view-tables.js';
import { viewVersion } from '../read-model/view-table.js';

/** One table of a view as an operator sees it. */
export interface TableStatus {
  readonly view: string;
  readonly version: number;
  readonly build: number;
  /** `earlier`: of a version that this program does not have; a release that has it may be running. */
  readonly state: TableState | 'earlier';
  readonly at: After;
  /** How many streams wait in the build. */
  readonly parked: number;
}

interface StatusRow extends QueryResultRow {
  readonly view: string;
  readonly version: number;
  readonly build: number;
  readonly state: TableState;
  readonly position: string | null;
  readonly parked: number;
}

/** What operators ask for. The work itself is done by whoever follows, one process at a time. */
export class PostgresViewBuilds {
  readonly #ask: OneQuery;

  constructor(
    private readonly pool: Pool,
    private readonly views: ViewRegistry,
    private readonly events: Pick<EventStore, 'identity'>,
  ) {
    this.#ask = queryPool(pool);
  }

  /** Every table of every view of this program, also those of other versions. */
  async tables(): Promise<readonly TableStatus[]> {
    const rows = await this.#ask<StatusRow>(
      `SELECT c.follower AS view, c.version, c.build, c.state, c.position, (
         SELECT count(*)::integer FROM view.parked p
         WHERE p.follower = c.follower AND p.version = c.version AND p.build = c.build) AS parked
       FROM view.checkpoint c WHERE c.log = $1 AND c.follower = ANY ($2) ORDER BY c.follower, c.version, c.build`,
      [await this.events.identity(), this.views.all.map(({ name }) => name)],
    );
    return rows.map(({ position, state, ...row }) => ({
      ...row,
      state: this.isOurs(row) ? state : 'earlier',
      at: position === null ? 'start' : BigInt(position),
    }));
  }

  /**
   * Wants a view built anew beside the one that is read. Says which build that is; one that was ordered before goes on.
   * Undefined while the former build is kept: it would be lost.
   */
  async order(view: AnyView): Promise<number | undefined> {
    const log = await this.events.identity();
    const connection = await Connection.open(this.pool);
    try {
      return await connection.transaction(async () => {
        await connection.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['sifang view tables']);
        const lines = await connection.query<{ build: number; state: TableState }>(
          'SELECT build, state FROM view.checkpoint WHERE follower = $1 AND version = $2',
          [view.name, view.version],
        );
        const ordered = lines.find(({ state }) => state === 'building' || state === 'ready');
        if (ordered) return ordered.build;
        if (lines.some(({ state }) => state === 'former')) return undefined;
        const build = Math.max(-1, ...lines.map((line) => line.build)) + 1;
        await addLine(connection, { view, build, state: 'building' }, log);
        return build;
      });
    } finally {
      await connection.close();
    }
  }

  /** Wants the former build read again, or gone. Says which one that is; undefined when there is none. */
  async ask(view: AnyView, what: 'serve' | 'drop'): Promise<number | undefined> {
    const [asked] = await this.#ask<{ build: number }>(
      `UPDATE view.checkpoint SET asked = $3 WHERE follower = $1 AND version = $2 AND state = 'former' RETURNING build`,
      [view.name, view.version, what],
    );
    return asked?.build;
  }

  /** Removes what earlier versions of a view left. Says which versions went, and which a running release still writes. */
  async dropEarlier(
    view: AnyView,
  ): Promise<{ readonly dropped: readonly number[]; readonly inUse: readonly number[] }> {
    const lines = await this.#ask<{ version: number }>(
      'SELECT DISTINCT version FROM view.checkpoint WHERE follower = $1 AND version < $2 ORDER BY version',
      [view.name, view.version],
    );
    const dropped: number[] = [];
    const inUse: number[] = [];
    for (const { version } of lines) {
      const gone = await this.dropVersion({ name: view.name, version });
      (gone ? dropped : inUse).push(version);
    }
    return { dropped, inUse };
  }

  private async dropVersion({ name, version }: Pick<AnyView, 'name' | 'version'>): Promise<boolean> {
    const connection = await takeLease(this.pool, viewVersion({ name, version }));
    if (!connection) return false;
    try {
      await connection.transaction(async () => {
        const lines = await connection.query<{ build: number }>(
          'SELECT build FROM view.checkpoint WHERE follower = $1 AND version = $2',
          [name, version],
        );
        for (const { build } of lines) await dropTable(connection, { view: { name, version }, build });
      });
    } finally {
      await connection.close();
    }
    return true;
  }

  private isOurs({ view, version }: Pick<StatusRow, 'view' | 'version'>): boolean {
    return this.views.all.some((ours) => ours.name === view && ours.version === version);
  }
}
