import type { After } from '#platform/event-store';
import type { LogRecord, LogSource } from './log-record.js';

/** A place of the log that its storage does not give back, although it answers otherwise: a broken page of a disk above all. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly position: bigint,
    override readonly cause: unknown,
  ) {
    super(`position ${String(position)} cannot be read`);
  }
}

type Read = Pick<LogSource, 'head' | 'records'>;

/** A page of the log. Throws Unreadable with the first position that cannot be read; any other error when nothing can. */
const pageOf = async (log: Read, after: After, limit: number): Promise<readonly LogRecord[]> => {
  try {
    return await log.records(after, limit);
  } catch (error) {
    // A server that is gone gives no end either, and then that is what is to be told.
    await log.head();
    if (limit === 1) throw new Unreadable(after === 'start' ? 0n : after + 1n, error);
    return halves(log, after, limit);
  }
};

/** The first half of a page alone, then the second: of five hundred records the broken one is found in ten looks. */
const halves = async (log: Read, after: After, limit: number): Promise<readonly LogRecord[]> => {
  const half = Math.ceil(limit / 2);
  const first = await pageOf(log, after, half);
  const last = first.at(-1);
  if (!last || first.length < half || limit === half) return first;
  return [...first, ...(await pageOf(log, last.position, limit - half))];
};

/** The same log, which says where it cannot be read. */
export const readable = (log: Read): Pick<LogSource, 'records'> => ({
  records: (after, limit) => pageOf(log, after, limit),
});
