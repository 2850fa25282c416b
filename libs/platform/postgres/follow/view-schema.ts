import type { AnyView } from '#kernel';
import type { After } from '#platform/event-store';
import type { TableState, ViewTable } from '#platform/follow';
import type { Connection } from '../connect/connection.js';
import { tableName, TABLES } from '../read-model/view-table.js';
import { createIndexes, createTable, dropTable, serveTable } from './view-tables.js';

interface Line {
  readonly build: number;
  readonly state: TableState;
  readonly log: string;
  readonly position: string | null;
  readonly there: boolean;
}

/** Brings the tables and checkpoints of views into being, inside the caller's transaction. */
export class ViewSchema {
  constructor(
    private readonly connection: Connection,
    /** The log whose positions count, and its end. */
    private readonly log: { readonly identity: string; readonly head: After },
  ) {}

  /** Keeps what is there, unless it is of another log, or has lost its table, or is to start anew. */
  async prepare(view: AnyView, anew: readonly ViewTable[]): Promise<void> {
    const lines = await this.connection.query<Line & Record<string, unknown>>(
      `SELECT build, state, log, position,
         (SELECT bool_and(to_regclass(table_name || suffix) IS NOT NULL) FROM unnest($3::text[]) suffix) AS there
       FROM view.checkpoint WHERE follower = $1 AND version = $2`,
      [view.name, view.version, TABLES],
    );
    const isToGo = (line: Line) =>
      line.log !== this.log.identity ||
      anew.some((table) => table.view === view && table.build === line.build) ||
      (!line.there && !(line.state === 'building' && line.position === null));
    for (const { build } of lines.filter(isToGo)) await dropTable(this.connection, { view, build });
    if (lines.some((line) => line.state !== 'former' && !isToGo(line))) return;
    await this.create({ view, build: Math.max(-1, ...lines.map(({ build }) => build)) + 1, state: 'building' });
  }

  /** A view of an empty log can be read at once; any other is built first. */
  private async create(table: ViewTable): Promise<void> {
    await addLine(this.connection, table, this.log.identity);
    if (this.log.head !== 'start') return;
    await createTable(this.connection, table);
    await createIndexes(this.connection, table);
    await serveTable(this.connection, table);
  }
}

/** A table that has read nothing yet. */
export const addLine = async (connection: Connection, table: ViewTable, log: string): Promise<void> => {
  const { view, build, state } = table;
  await connection.query(
    'INSERT INTO view.checkpoint (follower, version, build, state, log, table_name) VALUES ($1, $2, $3, $4, $5, $6)',
    [view.name, view.version, build, state, log, tableName(table)],
  );
};
