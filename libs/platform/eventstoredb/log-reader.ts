import type { Id } from '#kernel';
import { commandKey, type After, type EventStore, type ReadAll, type ReadStream } from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import type { Position } from '@eventstore/db-client';
import type { Calls, From, Recorded } from './calls.js';
import type { Claims } from './claims.js';
import { faultOf } from './fault-of.js';
import { isForReaders, positionOf, recordOf, tokenOf } from './stored.js';
import { answerOf, type StreamReader } from './stream-reader.js';

/** At most so many at once, with the system's events and claims between them. */
const PAGE = 2_000;
/** The last event for readers is seldom far from the end. */
const TAIL = 16;

/** The reading half of the log in KurrentDB. */
export class LogReader {
  constructor(
    private readonly calls: Calls,
    private readonly claims: Claims,
    private readonly streams: StreamReader,
  ) {}

  async stream(stream: Id, { from, backwards, limit }: ReadStream = {}): Promise<readonly LogRecord[]> {
    if (limit === 0) return [];
    const start = backwards ? await this.lastRevision(stream, from) : (from ?? 'start');
    return (await this.calls.readStream(stream, { from: start, backwards: backwards ?? false, limit })).map(recordOf);
  }

  /** The server's reads begin at a position, inclusive, and know nothing of whom an event is for. */
  async all({ after, limit }: ReadAll): Promise<readonly LogRecord[]> {
    const kept: LogRecord[] = [];
    let last = after;
    while (kept.length < limit) {
      const asked = Math.min(PAGE, 2 * (limit - kept.length) + 2);
      const from: From<Position> = last === 'start' ? 'start' : tokenOf(last);
      const page = await this.calls.readAll({ from, limit: asked });
      for (const event of page) if (isAfter(event, last) && isForReaders(event)) kept.push(recordOf(event));
      const end = page.at(-1);
      if (!end || page.length < asked) break;
      last = positionOf(end);
    }
    return kept.slice(0, limit);
  }

  async answerTo(command: Parameters<EventStore['answerTo']>[0]): ReturnType<EventStore['answerTo']> {
    const key = commandKey(command);
    const claim = await this.claims.find(key);
    const answer = claim && answerOf(await this.streams.eventsOf(key, claim), true);
    return answer && { ...answer, commandHash: claim.commandHash };
  }

  async head(): Promise<After> {
    return (await this.lastBefore('end', () => true))?.position ?? 'start';
  }

  /** The last events for readers, in the order of the log: read backwards, since no event need begin so many places before the end. */
  async latest(limit: number): Promise<readonly LogRecord[]> {
    const found: LogRecord[] = [];
    await this.lastBefore('end', (record) => found.push(record) >= limit);
    return found.reverse();
  }

  /** The event for readers at a position. The server refuses to read from where no event begins. */
  async at(position: bigint): Promise<LogRecord | undefined> {
    try {
      const [event] = await this.calls.readAll({ from: tokenOf(position), limit: 1 });
      return event && positionOf(event) === position && isForReaders(event) ? recordOf(event) : undefined;
    } catch (error) {
      if (faultOf(error) === 'missing') return undefined;
      throw error;
    }
  }

  /** The last event for readers before a position that is so; reads backwards until it finds one. */
  async lastBefore(from: From<Position>, isSo: (record: LogRecord) => boolean): Promise<LogRecord | undefined> {
    let next = from;
    for (let limit = TAIL; ; limit = Math.min(PAGE, limit * 2)) {
      const page = await this.calls.readAll({ from: next, backwards: true, limit });
      for (const event of page) {
        const record = isForReaders(event) ? recordOf(event) : undefined;
        if (record && isSo(record)) return record;
      }
      const last = page.at(-1);
      if (!last || page.length < limit) return undefined;
      next = tokenOf(positionOf(last));
    }
  }

  /** Reading backwards from beyond the end is not the same on every server. */
  private async lastRevision(stream: Id, from: bigint | undefined): Promise<From<bigint>> {
    if (from === undefined) return 'end';
    const count = await this.streams.count(stream);
    return from < count ? from : 'end';
  }
}

const isAfter = (event: Recorded, after: After): boolean => after === 'start' || positionOf(event) > after;
