import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** One connection of a pool, kept for a while. */
export class Connection {
  #released = false;

  private constructor(private readonly client: PoolClient) {}

  static async open(pool: Pool): Promise<Connection> {
    const client = await pool.connect();
    // A connection that breaks while nothing runs on it is reported by the next query.
    client.on('error', () => undefined);
    return new Connection(client);
  }

  async query<Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }

  /** Several statements without parameters. */
  async script(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  /** All of it, or nothing. */
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

  /** Closes it, and with it ends its locks and whatever was not committed. */
  close(): void {
    if (!this.#released) this.client.release(true);
    this.#released = true;
  }
}
