import { kindOf, type AnyView } from '#kernel';
import type { UnreadEvent } from '#platform/event-store';
import { foldRows } from './fold-rows.js';
import { byKind, keysOf, selectEvents, type Selection } from './select-events.js';
import type { FollowedTable } from './followed-table.js';
import { earliest } from '../loop/parked.js';
import { EventReader } from './read-event.js';
import type { OpenRow, ViewChange, RowSource } from './view-change.js';

/** Rows that were asked for, and may be there by now. */
interface PendingRows {
  readonly keys: readonly string[];
  readonly rows: Promise<ReadonlyMap<string, OpenRow>>;
}

/** Events that several tables take in one pass: each is parsed, read and checked once. */
export class Batch {
  readonly #reader = new EventReader();
  readonly #kinds: ReadonlyMap<string, readonly UnreadEvent[]>;
  readonly #pending = new Map<FollowedTable, PendingRows>();

  constructor(readonly events: readonly UnreadEvent[]) {
    this.#kinds = byKind(events);
  }

  /**
   * Asks for the rows of one table that nobody remembers, while what comes before this batch is being folded. What that touches is
   * remembered, so it may as well be of the step that this batch belongs to; it may be of none before.
   */
  ask(table: FollowedTable, lease: RowSource): void {
    const keys = table.rows.unknown(keysOf(this.selectEvents(table).selected));
    if (keys.length === 0) return;
    const rows = lease.rows(table, keys);
    // Reported by whoever waits for them.
    rows.catch(() => undefined);
    this.#pending.set(table, { keys, rows });
  }

  /** What the batch does to one table, which stands right before it. Rows that nobody remembers are asked for in one go. */
  async change(table: FollowedTable, lease: RowSource): Promise<ViewChange> {
    await this.answered(table);
    const { selected, parked } = this.selectEvents(table);
    const keys = keysOf(selected);
    const unknown = table.rows.unknown(keys);
    if (unknown.length > 0) table.rows.keep(unknown, await lease.rows(table, unknown));
    const folded = foldRows(table.view, selected, table.rows.known(keys));
    table.rows.keep(keys, folded.rows);
    const { ended, closed, open } = folded;
    return { table, ended, closed, open, parked: earliest([...parked, ...folded.parked]) };
  }

  private selectEvents({ view, held }: FollowedTable): Selection {
    return selectEvents(view, this.heardBy(view), (stream) => held.has(stream), this.#reader);
  }

  /** Events of the kinds that a view hears, in their order. */
  private heardBy({ of }: AnyView): readonly UnreadEvent[] {
    const [only, ...others] = of.map(({ kind }) => kind);
    if (only !== undefined && others.length === 0) return this.#kinds.get(only) ?? [];
    const kinds = new Set([only, ...others]);
    return this.events.filter(({ stream }) => kinds.has(kindOf(stream)));
  }

  /** Keeps what was asked for, but for rows that were touched since. */
  private async answered(table: FollowedTable): Promise<void> {
    const asked = this.#pending.get(table);
    if (asked) {
      const rows = await asked.rows;
      table.rows.keep(table.rows.unknown(asked.keys), rows);
    }
  }
}
