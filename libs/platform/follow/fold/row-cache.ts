import type { OpenRow } from './view-change.js';

/** How many characters of rows are kept in each of two generations. */
const ENOUGH = 1_000_000;

/**
 * Rows of one table as they stand, as far as memory goes, so that a fold need not ask for each again. The only writer of a table
 * may keep one. What was not touched for a while is forgotten; what the last two steps touched never is.
 */
export class RowCache {
  #young = new Map<string, OpenRow | undefined>();
  #old: ReadonlyMap<string, OpenRow | undefined> = new Map();
  #characters = 0;
  #forgot: boolean;

  /** `isEmpty`: the table holds nothing yet, so that what is not known here is not there. */
  constructor(isEmpty: boolean) {
    this.#forgot = !isEmpty;
  }

  /** The keys that only the table can tell about. */
  unknown(keys: Iterable<string>): readonly string[] {
    return this.#forgot ? [...keys].filter((key) => !this.#young.has(key) && !this.#old.has(key)) : [];
  }

  /** The rows of these keys that are there, as far as they are known. */
  known(keys: Iterable<string>): Map<string, OpenRow> {
    const rows = new Map<string, OpenRow>();
    for (const key of keys) {
      const row = this.#young.has(key) ? this.#young.get(key) : this.#old.get(key);
      if (row) rows.set(key, row);
    }
    return rows;
  }

  /** How these keys stand now; those that have no row are known to have none. */
  keep(keys: Iterable<string>, rows: ReadonlyMap<string, OpenRow>): void {
    for (const key of keys) {
      const row = rows.get(key);
      this.#young.set(key, row);
      this.#characters += key.length + (row?.text.length ?? 0);
    }
  }

  /** Lets one generation of rows grow old; called between two steps. */
  age(): void {
    if (this.#characters < ENOUGH) return;
    this.#forgot ||= this.#old.size > 0;
    this.#old = this.#young;
    this.#young = new Map();
    this.#characters = 0;
  }

  /** Nothing is known any more. */
  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
    this.#characters = 0;
    this.#forgot = true;
  }
}
