import type { AnyView } from '#kernel';
import {
  CheckpointMoved,
  type EndedRow,
  type OwnedRow,
  type Step,
  type TableAt,
  type ViewChange,
  type ViewTable,
} from '#platform/follow';
import type { OneQuery } from '../connect/one-query.js';
import type { Connection } from '../connect/connection.js';
import { removeParked, writeParked } from './parked-rows.js';
import { readTables, stored } from './view-checkpoints.js';
import { rewind } from './view-rows.js';

/** How rows get into a table. */
export interface RowWriter {
  ended(table: ViewTable, rows: readonly EndedRow[]): Promise<void>;
  /** Rows in place of those that were closed. */
  open(table: ViewTable, rows: readonly OwnedRow[], closed: readonly string[]): Promise<void>;
}

/** Writes steps through one connection: whoever loses it cannot write any more. */
export class ViewWriter {
  readonly ask: OneQuery;

  constructor(
    readonly connection: Connection,
    private readonly log: string,
    private readonly rows: RowWriter,
  ) {
    this.ask = (sql, values) => connection.query(sql, values);
  }

  tables(views: readonly AnyView[]): Promise<readonly TableAt[]> {
    return readTables(this.ask, views, this.log);
  }

  async commit(step: Step): Promise<void> {
    await this.connection.transaction(async () => {
      await this.moveCheckpoints(step);
      for (const change of step.changes) await this.write(change);
    });
  }

  /** First, so that a second writer waits here, finds the checkpoint moved, and writes nothing. */
  private async moveCheckpoints({ from, to, changes }: Step): Promise<void> {
    const tables = changes.map(({ table }) => table);
    const moved = await this.ask<{ follower: string; build: number }>(
      `UPDATE view.checkpoint SET position = $4 WHERE log = $5 AND position IS NOT DISTINCT FROM $6::bigint
       AND (follower, version, build) IN (SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[]))
       RETURNING follower, build`,
      [
        tables.map(({ view }) => view.name),
        tables.map(({ view }) => view.version),
        tables.map(({ build }) => build),
        ...[stored(to), this.log, stored(from)],
      ],
    );
    const left = tables.find(
      ({ view, build }) => !moved.some((one) => one.follower === view.name && one.build === build),
    );
    if (left) throw new CheckpointMoved(left.view.name);
  }

  private async write({ table, ended, open, closed, parked, redo }: ViewChange): Promise<void> {
    const held = { version: table.view.version, build: table.build };
    if (redo) {
      await rewind(this.ask, table, redo);
      await removeParked(this.ask, held, { follower: table.view.name, stream: redo.stream });
    }
    await this.rows.ended(table, ended);
    await this.rows.open(table, open, closed);
    await writeParked(this.ask, held, parked);
  }
}
