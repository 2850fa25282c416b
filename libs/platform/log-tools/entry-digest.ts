import { createHash } from 'node:crypto';
import type { LogRecord } from './log-record.js';

/** What can be told of a log that was read. */
export interface Digested {
  readonly events: number;
  /** SHA-256, in hexadecimal, of all entries in order, each with a line feed after it. */
  readonly entriesSha256: string;
}

/** Counts entries and digests them, in the order given. */
export class EntryDigest {
  readonly #hash = createHash('sha256');
  #events = 0;

  add({ entry }: LogRecord): void {
    this.#hash.update(`${entry}\n`);
    this.#events += 1;
  }

  /** Gives what was verified; it is asked once, at the end. */
  result(): Digested {
    return { events: this.#events, entriesSha256: this.#hash.digest('hex') };
  }
}
