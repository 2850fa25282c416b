import type { UnreadEvent } from '#platform/event-store';
import { foldRows } from './fold-rows.js';
import { byKind, hear, type Hearing } from './heard.js';
import type { Line } from './line.js';
import { earliest } from './parked.js';
import { EventReader } from './read-event.js';
import type { OpenRow, TableLease, ViewChange } from './view-store.js';

type Rows = Pick<TableLease, 'rows'>;

/** Rows that were asked for, and may be there by now. */
interface Asked {
  readonly keys: readonly string[];
  readonly rows: Promise<ReadonlyMap<string, OpenRow>>;
}

/** Events that several tables take in one pass: each is parsed, read and checked once. */
export class Batch {
  readonly #reader = new EventReader();
  readonly #kinds: ReadonlyMap<string, readonly UnreadEvent[]>;
  readonly #asked = new Map<Line, Asked>();

  constructor(readonly events: readonly UnreadEvent[]) {
    this.#kinds = byKind(events);
  }

  /**
   * Asks for the rows of one table that nobody remembers, while what comes before this batch is being folded. What that touches is
   * remembered, so it may as well be of the step that this batch belongs to; it may be of none before.
   */
  ask(line: Line, lease: Rows): void {
    const keys = line.rows.unknown(keysOf(this.hear(line)));
    if (keys.length === 0) return;
    const rows = lease.rows(line, keys);
    // Reported by whoever waits for them.
    rows.catch(() => undefined);
    this.#asked.set(line, { keys, rows });
  }

  /** What the batch does to one table, which stands right before it. Rows that nobody remembers are asked for in one go. */
  async change(line: Line, lease: Rows): Promise<ViewChange> {
    await this.answered(line);
    const { heard, parked } = this.hear(line);
    const keys = keysOf({ heard });
    const unknown = line.rows.unknown(keys);
    if (unknown.length > 0) line.rows.keep(unknown, await lease.rows(line, unknown));
    const folded = foldRows(line.view, heard, line.rows.known(keys));
    line.rows.keep(keys, folded.rows);
    const { ended, closed, open } = folded;
    return { table: line, ended, closed, open, parked: earliest([...parked, ...folded.parked]) };
  }

  private hear({ view, held }: Line): Hearing {
    return hear(view, this.#kinds.get(view.of.kind) ?? [], (stream) => held.has(stream), this.#reader);
  }

  /** Keeps what was asked for, but for rows that were touched since. */
  private async answered(line: Line): Promise<void> {
    const asked = this.#asked.get(line);
    if (asked) {
      const rows = await asked.rows;
      line.rows.keep(line.rows.unknown(asked.keys), rows);
    }
  }
}

const keysOf = ({ heard }: Pick<Hearing, 'heard'>): ReadonlySet<string> => new Set(heard.map(({ key }) => key));
