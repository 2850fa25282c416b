import type { Id } from '#kernel';
import {
  commandKey,
  DamagedHistory,
  type After,
  type Damage,
  type EventStore,
  type ReadAll,
  type ReadStream,
} from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import type { Position } from '@eventstore/db-client';
import type { Calls, From, Recorded } from './calls.js';
import type { Claims } from './claims.js';
import { faultOf } from './fault-of.js';
import type { ReadAlongs } from './read-alongs.js';
import type { LogDamages } from './log-damages.js';
import { tokenOf } from './stored.js';
import { answerOf, type StreamReader } from './stream-reader.js';

/** At most so many at once, with the system's events and claims between them. */
const PAGE = 2_000;
/** The last event for readers is seldom far from the end. */
const TAIL = 16;

/** For whoever has to come by everything that the log holds. */
const PAGES_ONLY = { after: () => Promise.resolve([]), expect: () => undefined };

/** The reading half of the log in KurrentDB. */
export class LogReader {
  /** The access of `infra/kurrentdb` lets this program read no metadata. */
  #mayNotAsk = false;

  constructor(
    private readonly calls: Calls,
    private readonly claims: Claims,
    private readonly streams: StreamReader,
    private readonly damages: LogDamages,
    private readonly alongs: Pick<ReadAlongs, 'after' | 'expect'> = PAGES_ONLY,
  ) {}

  /** Throws DamagedHistory when this is not all that was written to the stream. */
  async stream(stream: Id, range: ReadStream = {}): Promise<readonly LogRecord[]> {
    const { from, backwards, limit } = range;
    if (limit === 0) return [];
    const start = backwards ? await this.lastRevision(stream, from) : (from ?? 'start');
    const found = await this.streams.read(stream, { from: start, backwards: backwards ?? false, limit });
    const records = found.map((event) => this.damages.asked(event));
    if (records.length === 0) await this.neverWas(stream);
    return this.damages.known.whole(stream, range, records);
  }

  /** Whoever is far behind reads along with what the server sends for readers alone, as far as that comes; the rest is read in pages. */
  async all({ after, limit }: ReadAll): Promise<readonly LogRecord[]> {
    const along = await this.alongs.after(after, limit);
    const kept = this.forReaders(along, after);
    const rest = await this.pages(positionOf(along.at(-1)) ?? after, limit - kept.length);
    const records = [...kept, ...rest];
    const last = records.at(-1)?.position;
    if (records.length === limit && last !== undefined) this.alongs.expect(last, limit);
    return records;
  }

  /** The server's reads begin at a position, inclusive, and know nothing of whom an event is for. */
  private async pages(after: After, limit: number): Promise<readonly LogRecord[]> {
    const kept: LogRecord[] = [];
    let from: From<Position> = after === 'start' ? 'start' : tokenOf(after);
    for (let last = after; kept.length < limit;) {
      const asked = Math.min(PAGE, 2 * (limit - kept.length) + 2);
      const page = await this.calls.readAll({ from, limit: asked });
      kept.push(...this.forReaders(page, last));
      const end = page.at(-1)?.position;
      if (!end || page.length < asked) break;
      from = end;
      last = end.commit;
    }
    return kept.slice(0, limit);
  }

  private forReaders(page: readonly Recorded[], after: After): readonly LogRecord[] {
    return page.flatMap((event) => (isAfter(event, after) ? (this.damages.passing(event) ?? []) : []));
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
      return event?.position?.commit === position ? this.damages.passing(event) : undefined;
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
        const record = this.damages.passing(event);
        if (record && isSo(record)) return record;
      }
      const last = page.at(-1)?.position;
      if (!last || page.length < limit) return undefined;
      next = last;
    }
  }

  /**
   * A stream that was deleted softly is read as one that never was (kurrentdb.md 6, row 16): its metadata tell them apart, where they may
   * be read; where not, what the log said of it in passing.
   */
  private async neverWas(stream: Id): Promise<void> {
    const said = this.damages.ofMissing(stream) ?? (await this.metadataOf(stream));
    if (said) throw new DamagedHistory(said);
  }

  private async metadataOf(stream: Id): Promise<Damage | undefined> {
    if (this.#mayNotAsk) return undefined;
    try {
      const range = { from: 'end', backwards: true, limit: 1 } as const;
      const [last] = await this.calls.readStream(`$$${stream}`, range);
      if (last) this.damages.told(last);
    } catch (error) {
      if (faultOf(error) !== 'refused') throw error;
      this.#mayNotAsk = true;
    }
    return this.damages.ofMissing(stream);
  }

  /** Reading backwards from beyond the end is not the same on every server. */
  private async lastRevision(stream: Id, from: bigint | undefined): Promise<From<bigint>> {
    if (from === undefined) return 'end';
    const count = await this.streams.count(stream);
    return from < count ? from : 'end';
  }
}

const positionOf = (event: Recorded | undefined): bigint | undefined => event?.position?.commit;

const isAfter = ({ position }: Recorded, after: After): boolean =>
  after === 'start' || (position !== undefined && position.commit > after);
