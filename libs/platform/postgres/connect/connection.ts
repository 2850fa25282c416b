import { finished } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const FOREVER_MS = 2 ** 31 - 1;
/** So long a server is given to take leave. */
const GOODBYE_MS = 5_000;

/** One COPY: the statement and what goes into it. */
export interface CopyIn {
  readonly sql: string;
  readonly rows: Buffer;
}

/** One connection of a pool, kept for a while. */
export class Connection {
  readonly #over: Promise<void>;
  #released = false;

  private constructor(private readonly client: PoolClient) {
    this.#over = new Promise((over) => client.once('end', over));
  }

  static async open(pool: Pool): Promise<Connection> {
    const client = await pool.connect();
    // A connection that breaks while nothing runs on it is reported by the next query.
    client.on('error', () => undefined);
    return new Connection(client);
  }

  async query<Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }

  /** Runs several statements without parameters. */
  async script(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  /** A statement that may take as long as it takes, such as making an index. */
  async patient(sql: string, values: readonly unknown[] = []): Promise<void> {
    await this.script('SET statement_timeout = 0');
    // The driver knows this setting; its types do not.
    await this.client.query({ text: sql, values: [...values], query_timeout: FOREVER_MS } as { text: string });
    await this.script('RESET statement_timeout');
  }

  /** Rows in PostgreSQL's binary COPY format. */
  async copy({ sql, rows }: CopyIn): Promise<void> {
    const into = await Promise.resolve(this.client.query(copyFrom(sql)));
    into.end(rows);
    try {
      await finished(into);
    } catch (error) {
      // The driver's stream forgets its connection; an answer that still came would end the process.
      await this.close();
      throw error;
    }
  }

  /** Does all of the work in one transaction, or nothing of it. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.script('BEGIN');
    try {
      const result = await work();
      await this.script('COMMIT');
      return result;
    } catch (error) {
      // A broken connection has rolled back already, and the first error is the one to report.
      await this.script('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /**
   * Closes it, and with it ends its locks and whatever was not committed: others can have them when this resolves, unless
   * the server does not answer. Never rejects; a second call waits for the same end.
   */
  async close(): Promise<void> {
    if (!this.#released) this.client.release(true);
    this.#released = true;
    const patience = new AbortController();
    const waited = setTimeout(GOODBYE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([this.#over, waited]);
    patience.abort();
  }
}
