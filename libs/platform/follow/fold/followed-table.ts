import type { Id } from '#kernel';
import type { After } from '#platform/event-store';
import { RowCache } from './row-cache.js';
import type { TableAt, TableState } from './view-table.js';

/** What is known of one table while it is written here. */
export class FollowedTable {
  /** How far the table has come. */
  at: After;
  state: TableState;
  readonly view: TableAt['view'];
  readonly build: number;
  readonly rows: RowCache;
  /** Streams that wait in this table. */
  readonly held = new Set<Id>();

  constructor({ view, build, state, at }: TableAt) {
    this.view = view;
    this.build = build;
    this.state = state;
    this.at = at;
    this.rows = new RowCache(at === 'start');
  }
}
