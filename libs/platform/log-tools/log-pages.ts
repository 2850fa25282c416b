import { type After, isBeyond } from '#platform/event-store';
import type { LogRecord, LogSource } from './log-record.js';

export interface PageRange {
  readonly after: After;
  /** The last position wanted; 'start' for nothing. */
  readonly end: After;
  readonly limit: number;
}

/** The records of a log in pages, from a position to another one. */
export async function* logPages(
  log: Pick<LogSource, 'records'>,
  { after, end, limit }: PageRange,
): AsyncGenerator<readonly LogRecord[], undefined> {
  let at = after;
  while (isBeyond(end, at)) {
    const page = (await log.records(at, limit)).filter(({ position }) => !isBeyond(position, end));
    const last = page.at(-1);
    if (!last) return undefined;
    yield page;
    at = last.position;
  }
}

/** Cuts pages so that no command is spread over two of them. */
export async function* wholeCommands(pages: AsyncIterable<readonly LogRecord[]>): AsyncGenerator<readonly LogRecord[]> {
  let rest: readonly LogRecord[] = [];
  for await (const page of pages) {
    const records = [...rest, ...page];
    const cut = records.findLastIndex(({ commandIndex }) => commandIndex === 0);
    if (cut > 0) yield records.slice(0, cut);
    rest = records.slice(Math.max(cut, 0));
  }
  if (rest.length > 0) yield rest;
}

/** The records of a log from its start, one after the other. */
export class RecordReader {
  readonly #pages: AsyncGenerator<readonly LogRecord[], undefined>;
  #page: readonly LogRecord[] = [];
  #index = 0;

  constructor(log: LogSource, end: After, limit: number) {
    this.#pages = logPages(log, { after: 'start', end, limit });
  }

  async next(): Promise<LogRecord | undefined> {
    if (this.#index === this.#page.length) {
      const next = await this.#pages.next();
      if (next.done === true) return undefined;
      this.#page = next.value;
      this.#index = 0;
    }
    return this.#page[this.#index++];
  }
}
