import type { Failure } from './failure.js';
import { signatureOf } from './signature.js';

/** After so long without it, the same failure is news again; and in so long, a row of it is told at least once. */
export const NEWS_AGAIN_MS = 10 * 60_000;
const MOST_ROWS = 500;

/** The same failure of one thing, again and again. */
interface Row {
  readonly same: string;
  times: number;
  toldAt: number;
  lastAt: number;
}

/** What is told of a failure now: for the first time, or how often it was there in a row. */
export type Count = 'first' | { readonly times: number; readonly isDue: boolean };

/** Counts failures in a row, each by what failed; a row is told at its start, then whenever it has doubled, or has not been told for long. */
export class Repeats {
  readonly #rows = new Map<string, Row>();

  constructor(private readonly now: () => number) {}

  count(of: string, failure: Failure): Count {
    const [now, same, row] = [this.now(), signatureOf(failure), this.#rows.get(of)];
    if (row?.same !== same || now - row.lastAt >= NEWS_AGAIN_MS) {
      this.begin(of, { same, times: 1, toldAt: now, lastAt: now });
      return 'first';
    }
    row.times += 1;
    row.lastAt = now;
    const isDue = Number.isInteger(Math.log2(row.times)) || now - row.toldAt >= NEWS_AGAIN_MS;
    if (isDue) row.toldAt = now;
    return { times: row.times, isDue };
  }

  /** The oldest row makes room. */
  private begin(of: string, row: Row): void {
    this.#rows.delete(of);
    const [oldest] = this.#rows.keys();
    if (oldest !== undefined && this.#rows.size >= MOST_ROWS) this.#rows.delete(oldest);
    this.#rows.set(of, row);
  }
}
