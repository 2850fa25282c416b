import type { Pool } from 'pg';
import { queryPool, type OneQuery } from './one-query.js';

/** A session that has been in one transaction for a while. */
export interface OpenTransaction {
  /** This transaction's own name while it lasts. */
  readonly id: string;
  readonly pid: number;
  readonly role: string | null;
  readonly application: string;
  /** Such as `idle in transaction`; null where the server does not tell this role what others do. */
  readonly state: string | null;
  /** For how many seconds the transaction has been seen here, by this machine's steady clock. */
  readonly seconds: number;
}

type Row = Omit<OpenTransaction, 'seconds'>;

/**
 * Every transaction holds a lock on its own virtual id, which any role may see, whereas most of pg_stat_activity is kept from roles
 * without pg_read_all_stats. Sessions that report progress of long work on tables are at work, not idle.
 */
const OPEN = `
  SELECT t.virtualxid AS id, s.pid, s.usename AS role, s.application_name AS application, s.state
  FROM pg_locks AS t JOIN pg_stat_activity AS s USING (pid)
  WHERE t.locktype = 'virtualxid' AND t.mode = 'ExclusiveLock' AND s.datname = current_database()
    AND s.pid <> pg_backend_pid()
    AND NOT EXISTS (SELECT FROM pg_stat_progress_vacuum AS p WHERE p.pid = s.pid)
    AND NOT EXISTS (SELECT FROM pg_stat_progress_analyze AS p WHERE p.pid = s.pid)
    AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index AS p WHERE p.pid = s.pid)`;

/** Which sessions of the database keep a transaction open, anybody's: old rows cannot be cleaned away meanwhile, and locks stay. */
export class OpenTransactions {
  readonly #ask: OneQuery;
  /** When each was first seen, in milliseconds. */
  #since: ReadonlyMap<string, number> = new Map();

  constructor(pool: Pool) {
    this.#ask = queryPool(pool);
  }

  /** Those that are open now, the longest first. An age counts from the first look that saw it. */
  async look(): Promise<readonly OpenTransaction[]> {
    const rows = await this.#ask<Row>(OPEN, []);
    const now = performance.now();
    const since = new Map(rows.map(({ id }) => [id, this.#since.get(id) ?? now]));
    this.#since = since;
    const open = rows.map((row) => ({ ...row, seconds: (now - (since.get(row.id) ?? now)) / 1_000 }));
    return open.sort((a, b) => b.seconds - a.seconds);
  }
}
