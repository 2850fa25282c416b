import { createHash } from 'node:crypto';
import { LogCheck, type Flaw, type LogRules } from './log-check.js';
import { logPages } from './log-pages.js';
import type { LogRecord, LogSource } from './log-record.js';

/** Called after each page: how far it is, in positions of the log that is read, and where it will end. */
export type Progressed = (at: bigint, end: bigint) => void;

export interface Verified {
  readonly events: number;
  /** SHA-256, in hexadecimal, of all entries in order, each with a line feed after it. */
  readonly entriesSha256: string;
  /** How often the time of an event is earlier than that of the one before it; see `LogCheck.timeSteps`. */
  readonly timeSteps: number;
}

const PAGE = 500;

/** Counts entries and digests them, in the order given. */
export class EntryDigest {
  readonly #hash = createHash('sha256');
  #events = 0;

  add({ entry }: LogRecord): void {
    this.#hash.update(`${entry}\n`);
    this.#events += 1;
  }

  /** Gives what was verified; it is asked once, at the end. */
  result(): Pick<Verified, 'events' | 'entriesSha256'> {
    return { events: this.#events, entriesSha256: this.#hash.digest('hex') };
  }
}

/** Reads a log from its start to where it ends now and checks that it is whole; answers the first flaw if it is not. */
export const verifyLog = async (
  log: LogSource,
  rules: LogRules,
  progressed: Progressed = () => undefined,
): Promise<Verified | Flaw> => {
  const end = await log.head();
  const check = new LogCheck(rules);
  const digest = new EntryDigest();
  for await (const page of logPages(log, { after: 'start', end, limit: PAGE })) {
    for (const record of page) {
      const flaw = check.add(record);
      if (flaw) return flaw;
      digest.add(record);
    }
    if (end !== 'start') progressed(page.at(-1)?.position ?? end, end);
  }
  return { ...digest.result(), timeSteps: check.timeSteps };
};
