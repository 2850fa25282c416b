import { once } from 'node:events';
import type { After } from '#platform/event-store';
import { ClockCannotBeSet, type LogRecord, type LogTarget } from '#platform/log-tools';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { CannotStart } from '../connect/cannot-start.js';
import { codeOf } from '../connect/code-of.js';
import { copyLine, COPIED_COLUMNS } from './copy-line.js';
import { PostgresLogSource } from './postgres-log-source.js';

/** The lock of every append: see 0001_log.sql. */
const LOCK = 'SELECT pg_advisory_xact_lock(5419300915)';
const HEAD = 'SELECT coalesce(max(position), -1) AS head FROM log.event';
const HELD = `SELECT e.event_id AS id, e.position
  FROM unnest($1::text[], $2::bigint[]) AS asked(stream, revision) JOIN log.event e USING (stream, revision)
  ORDER BY e.position`;
const COPY = `COPY log.event (${COPIED_COLUMNS}) FROM STDIN`;
const MAY_WRITE = `SELECT to_regclass('log.event') IS NOT NULL AS migrated,
  CASE WHEN to_regclass('log.event') IS NOT NULL
    THEN has_schema_privilege('log', 'USAGE') AND has_table_privilege('log.event', 'INSERT') END AS allowed`;

/** The log holds events, or the moment is none of the past. */
const NOT_IN_THAT_STATE = '55000';
const INVALID = '22023';

const Head = z.tuple([z.object({ head: z.string().transform(BigInt) })]);
const Held = z.array(z.object({ id: z.string(), position: z.string().transform(BigInt) }));

/**
 * A migrated log in PostgreSQL that takes another log's records, with positions of its own. Writes as the role that owns the log,
 * under the lock of appends, so that a server that appends meanwhile is noticed and nothing is written in its place.
 */
export class PostgresLogTarget extends PostgresLogSource implements LogTarget {
  /** Where the log ends as far as this one knows. */
  #head: bigint | undefined;

  /** Throws CannotStart with what to set when the database is not migrated or the role may not write to its log. */
  async ready(): Promise<void> {
    const { rows } = await this.pool.query<{ migrated: boolean; allowed: boolean | null }>(MAY_WRITE);
    if (!rows[0]?.migrated) {
      throw new CannotStart({
        en: 'the target has no log yet: start the API on it once, to migrate it',
        zh: '目标库尚无日志，请先在其上启动一次 API 以完成迁移',
      });
    }
    if (!rows[0].allowed) {
      throw new CannotStart({
        en: 'the target refuses writing: log in as the owner of its schemas',
        zh: '目标库拒绝写入，请以其所有者角色登录',
      });
    }
  }

  override async head(): Promise<After> {
    const head = await super.head();
    this.#head = head === 'start' ? -1n : head;
    return head;
  }

  async startTestClock(from: string): Promise<void> {
    await this.pool.query('SELECT log.start_test_clock($1)', [from]).catch((error: unknown) => {
      const isTooLate = codeOf(error) === NOT_IN_THAT_STATE || codeOf(error) === INVALID;
      throw isTooLate ? new ClockCannotBeSet(error) : error;
    });
  }

  /** Takes records that `LogCheck` found whole. Throws, and has written nothing, when somebody else wrote to the log. */
  async put(records: readonly LogRecord[]): Promise<void> {
    if (this.#head === undefined) await this.head();
    const client = await this.pool.connect();
    // What breaks the connection is reported by the query at hand; unheard, it would end the process.
    const heard = () => undefined;
    client.on('error', heard);
    try {
      await client.query('BEGIN');
      await client.query(LOCK);
      const head = await this.write(client, records);
      await client.query('COMMIT');
      this.#head = head;
      client.off('error', heard);
      client.release();
    } catch (error) {
      // Closed, and so rolled back.
      client.release(true);
      throw error;
    }
  }

  private async write(client: PoolClient, records: readonly LogRecord[]): Promise<bigint> {
    const [{ head }] = Head.parse((await client.query(HEAD)).rows);
    const keys = [records.map(({ stream }) => stream), records.map(({ revision }) => revision)];
    const held = Held.parse((await client.query(HELD, keys)).rows);
    const isOurs = held.every(({ id }, index) => id === records[index]?.eventId);
    const end = held.at(-1)?.position ?? this.#head;
    if (!isOurs || head !== end) throw new Error('something else was written to the target while it was copied to');
    const missing = records.slice(held.length);
    const stream = client.query(copyFrom(COPY));
    missing.forEach((record, index) => stream.write(copyLine(record, head + 1n + BigInt(index))));
    stream.end();
    await once(stream, 'finish');
    return head + BigInt(missing.length);
  }
}
