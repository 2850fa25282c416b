import type { Id } from '#kernel';
import type { After, TestClock } from '#platform/event-store';
import type { LogRecord, LogSource } from '#platform/log-tools';
import type { Pool } from 'pg';
import { z } from 'zod';
import { LogReader } from './log-reader.js';
import { openPool } from '../connect/pool.js';

const COLUMNS = `position, stream, revision, type, event_id, command_key, command_index::text, encode(command_hash, 'hex'),
  to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), data::text, convert_from(entry, 'UTF8')`;
const RECORDS = {
  name: 'records',
  text: `SELECT ${COLUMNS} FROM log.event WHERE position > $1 ORDER BY position LIMIT $2`,
  rowMode: 'array',
} as const;

const bigint = z.string().transform(BigInt);
const stream = z.custom<Id>((value) => typeof value === 'string' && value.indexOf('-') > 0);
const text = z.string();
const Row = z.tuple([
  bigint,
  stream,
  bigint,
  text,
  text,
  text,
  text.transform(Number),
  text.nullable(),
  text,
  text,
  text,
]);

const recordOf = (row: unknown): LogRecord => {
  const [position, stream, revision, type, eventId, commandKey, commandIndex, hash, recordedAt, payload, entry] =
    Row.parse(row);
  const of = { position, stream, revision, type, eventId, commandKey, commandIndex, recordedAt, payload, entry };
  return { ...of, commandHash: hash ?? undefined };
};

/** A whole page of the largest events takes longer than a request may. */
const PATIENCE_MS = 120_000;

/** The log in PostgreSQL as it is stored; reading it needs no more than the application's role. */
export class PostgresLogSource implements LogSource {
  protected readonly pool: Pool;
  readonly #reader: LogReader;

  /** Connects when it is first used. */
  constructor(url: string) {
    this.pool = openPool({ url, name: 'log copy', max: 2, statementTimeoutMs: PATIENCE_MS });
    this.#reader = new LogReader(this.pool);
  }

  identity(): Promise<string> {
    return this.#reader.identity();
  }

  head(): Promise<After> {
    return this.#reader.head();
  }

  testClock(): Promise<TestClock | undefined> {
    return this.#reader.testClock();
  }

  async records(after: After, limit: number): Promise<readonly LogRecord[]> {
    const values = [after === 'start' ? -1n : after, limit];
    return (await this.pool.query<unknown[]>({ ...RECORDS, values })).rows.map(recordOf);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
