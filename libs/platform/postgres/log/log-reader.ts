import type { Id } from '#kernel';
import {
  commandKey,
  storedEvent,
  Unread,
  type After,
  type EventStore,
  type ReadAll,
  type ReadStream,
  type StoredEvent,
  type TestClock,
  type UnreadEvent,
} from '#platform/event-store';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readBatch } from './read-batch.js';
import { answered } from '../connect/answered.js';

type Reading = Pick<
  EventStore,
  'readStream' | 'readAll' | 'scan' | 'answerTo' | 'head' | 'positionAt' | 'recordedAt' | 'identity' | 'testClock'
>;

interface Query {
  /** Named queries are planned once on each connection. */
  readonly name: string;
  readonly text: string;
}

const LAST_REVISION = 2n ** 63n - 1n;
/** From here on, COPY pays. */
const MANY = 1_000;

// The entry is UTF-8 by the append function's own check: as text it is half as long on the wire as as hexadecimal.
const EVENT = `position, convert_from(entry, 'UTF8'), data::text FROM log.event`;
const FORWARDS: Query = {
  name: 'stream',
  text: `SELECT ${EVENT} WHERE stream = $1 AND revision >= $2 ORDER BY revision LIMIT $3`,
};
const BACKWARDS: Query = {
  name: 'stream backwards',
  text: `SELECT ${EVENT} WHERE stream = $1 AND revision <= $2 ORDER BY revision DESC LIMIT $3`,
};
const ALL: Query = { name: 'all', text: `SELECT ${EVENT} WHERE position > $1 ORDER BY position LIMIT $2` };
const SCAN: Query = {
  name: 'scan',
  text: `SELECT stream, type, ${EVENT} WHERE position > $1 ORDER BY position LIMIT $2`,
};
const ANSWER: Query = {
  name: 'answer',
  text: `SELECT stream, revision, position, event_id, type, encode(command_hash, 'hex')
    FROM log.event WHERE command_key = $1 ORDER BY command_index`,
};
const HEAD: Query = { name: 'head', text: 'SELECT max(position) FROM log.event' };
const POSITION_AT: Query = { name: 'position at', text: 'SELECT log.position_at($1)' };
const IDENTITY: Query = { name: 'identity', text: 'SELECT id FROM log.identity' };

const INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
const TEST_CLOCK: Query = {
  name: 'test clock',
  text: `SELECT to_char(began_at AT TIME ZONE 'UTC', '${INSTANT}'), to_char(log.test_time() AT TIME ZONE 'UTC', '${INSTANT}')
    FROM log.test_clock`,
};

const bigint = z.string().transform(BigInt);
const EventRow = z.tuple([bigint, z.string(), z.string()]);
const streamName = z.custom<Id>((value) => typeof value === 'string' && value.indexOf('-') > 0);
const UnreadRow = z.tuple([streamName, z.string(), bigint, z.string(), z.string()]);
const AnswerRow = z.tuple([streamName, bigint, bigint, z.string(), z.string(), z.string().nullable()]);
const PositionRow = z.tuple([bigint.nullable()]);
const TestClockRow = z.tuple([z.string(), z.string()]);
const IdentityRow = z.tuple([z.string()]);

const unread = (row: unknown): UnreadEvent => {
  const [stream, type, position, entry, payload] = UnreadRow.parse(row);
  return new Unread(position, stream, type, entry.length + payload.length, () => storedEvent(position, entry, payload));
};

/** The reading half of the log in PostgreSQL. */
export class LogReader implements Reading {
  #identity: string | undefined;

  constructor(private readonly pool: Pool) {}

  async readStream(stream: Id, { from, backwards, limit }: ReadStream = {}): Promise<readonly StoredEvent[]> {
    const start = from ?? (backwards ? LAST_REVISION : 0n);
    return this.events(backwards ? BACKWARDS : FORWARDS, [stream, start, limit]);
  }

  async readAll({ after, limit }: ReadAll): Promise<readonly StoredEvent[]> {
    if (limit > MANY) return (await readBatch(this.pool, after, limit)).map((event) => event.read());
    return this.events(ALL, [after === 'start' ? -1n : after, limit]);
  }

  async scan({ after, limit }: ReadAll): Promise<readonly UnreadEvent[]> {
    if (limit > MANY) return readBatch(this.pool, after, limit);
    return (await this.rows(SCAN, [after === 'start' ? -1n : after, limit])).map(unread);
  }

  /** Positions have no gaps here. */
  async latest(limit: number): Promise<readonly StoredEvent[]> {
    const head = await this.head();
    if (head === 'start') return [];
    return this.readAll({ after: head < limit ? 'start' : head - BigInt(limit), limit });
  }

  async answerTo(command: Parameters<EventStore['answerTo']>[0]): ReturnType<EventStore['answerTo']> {
    const rows = (await this.rows(ANSWER, [commandKey(command)])).map((row) => AnswerRow.parse(row));
    const commandHash = rows[0]?.[5];
    const last = rows.at(-1);
    if (!last || !commandHash) return undefined;
    const [stream, revision, position] = last;
    const events = rows.map(([, , position, eventId, type]) => ({ eventId, type, position }));
    return { stream, revision, position, events, repeated: true, commandHash };
  }

  async head(): Promise<After> {
    return this.position(HEAD, []);
  }

  async positionAt(recordedAt: string): Promise<After> {
    return this.position(POSITION_AT, [new Date(recordedAt).toISOString()]);
  }

  async recordedAt(position: bigint): Promise<string | undefined> {
    const [event] = await this.readAll({ after: position === 0n ? 'start' : position - 1n, limit: 1 });
    return event?.position === position ? event.recordedAt : undefined;
  }

  async identity(): Promise<string> {
    this.#identity ??= IdentityRow.parse((await this.rows(IDENTITY, []))[0])[0];
    return this.#identity;
  }

  async testClock(): Promise<TestClock | undefined> {
    const [row] = await this.rows(TEST_CLOCK, []);
    if (row === undefined) return undefined;
    const [from, shows] = TestClockRow.parse(row);
    return { from, shows };
  }

  private async position(query: Query, values: unknown[]): Promise<After> {
    const [position] = PositionRow.parse((await this.rows(query, values))[0]);
    return position ?? 'start';
  }

  private async events(query: Query, values: unknown[]): Promise<readonly StoredEvent[]> {
    return (await this.rows(query, values)).map((row) => storedEvent(...EventRow.parse(row)));
  }

  private async rows(query: Query, values: unknown[]): Promise<readonly unknown[]> {
    const ask = () => this.pool.query<unknown[]>({ ...query, values, rowMode: 'array' });
    return (await answered(this.pool, ask)).rows;
  }
}
