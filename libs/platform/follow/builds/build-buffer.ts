import type { FollowedTable } from '../fold/followed-table.js';
import type { Parked } from '../loop/parked.js';
import type { EndedRow, OwnedRow, ViewChange } from '../fold/view-change.js';

/** About how many characters of rows may wait. */
const MOST_CHARACTERS = 8_000_000;
/** How many events at most are folded again after a crash. */
const MOST_EVENTS = 10_000;

class Changes {
  ended: EndedRow[] = [];
  readonly closed = new Set<string>();
  readonly open = new Map<string, OwnedRow>();
  readonly parked: Parked[] = [];
}

/**
 * What was folded into some tables, all of which stood at one place, and is not stored yet. Of a row that changes often only the
 * state it has in the end is stored as true now; its earlier ones go straight to those that ended.
 */
export class BuildBuffer {
  readonly #of = new Map<FollowedTable, Changes>();
  #characters = 0;
  #events = 0;

  constructor(readonly tables: readonly FollowedTable[]) {
    for (const table of tables) this.#of.set(table, new Changes());
  }

  get isEnough(): boolean {
    return this.#characters >= MOST_CHARACTERS || this.#events >= MOST_EVENTS;
  }

  /** Counts events that were folded into every table. */
  passed(events: number): void {
    this.#events += events;
  }

  add(table: FollowedTable, { ended, closed, open, parked }: ViewChange): void {
    const changes = this.of(table);
    changes.ended.push(
      ...ended.map((row) => {
        const waiting = changes.open.get(row.key);
        // It was never stored, so nothing leads to it yet.
        return waiting?.since === row.since ? { ...waiting, until: row.until } : row;
      }),
    );
    for (const key of closed) {
      const waiting = changes.open.get(key);
      if (waiting) this.#characters -= waiting.text.length;
      // A row that was never stored has nothing to be closed.
      if (!changes.open.delete(key)) changes.closed.add(key);
    }
    for (const row of open) {
      changes.open.set(row.key, row);
      this.#characters += row.text.length;
    }
    changes.parked.push(...parked);
  }

  /** The versions that ended since this was last asked. */
  takeEnded(): readonly Pick<ViewChange, 'table' | 'ended'>[] {
    return this.tables.map((table) => {
      const changes = this.of(table);
      const { ended } = changes;
      changes.ended = [];
      return { table, ended };
    });
  }

  /** All of it, as one step would have it. */
  changes(): readonly ViewChange[] {
    return this.tables.map((table) => {
      const { ended, closed, open, parked } = this.of(table);
      return { table, ended, closed: [...closed], open: [...open.values()], parked };
    });
  }

  private of(table: FollowedTable): Changes {
    const changes = this.#of.get(table);
    if (!changes) throw new Error(`${table.view.name} is not one of these tables`);
    return changes;
  }
}
