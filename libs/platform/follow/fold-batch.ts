import type { UnreadEvent } from '#platform/event-store';
import { foldRows } from './fold-rows.js';
import { byKind, hear } from './heard.js';
import type { Line } from './line.js';
import { earliest } from './parked.js';
import { EventReader } from './read-event.js';
import type { TableLease, ViewChange } from './view-store.js';

/** Events that several tables take in one pass: each is parsed, read and checked once. */
export class Batch {
  readonly #reader = new EventReader();
  readonly #kinds: ReadonlyMap<string, readonly UnreadEvent[]>;

  constructor(readonly events: readonly UnreadEvent[]) {
    this.#kinds = byKind(events);
  }

  /** What the batch does to one table, which stands right before it. Rows that nobody remembers are asked for in one go. */
  async change(line: Line, lease: Pick<TableLease, 'rows'>): Promise<ViewChange> {
    const events = this.#kinds.get(line.view.of.kind) ?? [];
    const { heard, parked } = hear(line.view, events, (stream) => line.held.has(stream), this.#reader);
    const keys = new Set(heard.map(({ key }) => key));
    const unknown = line.rows.unknown(keys);
    if (unknown.length > 0) line.rows.keep(unknown, await lease.rows(line, unknown));
    const folded = foldRows(line.view, heard, line.rows.known(keys));
    line.rows.keep(keys, folded.rows);
    const { ended, closed, open } = folded;
    return { table: line, ended, closed, open, parked: earliest([...parked, ...folded.parked]) };
  }
}
