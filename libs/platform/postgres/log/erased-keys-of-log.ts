import type { ErasedKey } from '#platform/personal-data';
import type { QueryResultRow } from 'pg';
import { withClient } from '../connect/with-client.js';

/** Remembers which keys of a log were destroyed, beside the read models: of logs in PostgreSQL and of logs elsewhere. */
export class ErasedKeysOfLog {
  /** The URL is that of the application's role. */
  constructor(private readonly url: string) {}

  /** All that are on record of a log, by its id. */
  async find(log: string): Promise<readonly ErasedKey[]> {
    return this.ask<{ id: string; stream: string; at: Date }>(
      'SELECT key AS id, stream, erased_at AS at FROM log.erased_key WHERE log = $1 ORDER BY erased_at, key',
      [log],
    );
  }

  /** Puts keys on record, for good. */
  async record(log: string, keys: readonly ErasedKey[]): Promise<void> {
    await this.ask('SELECT log.record_erased_keys($1, $2, $3, $4)', [
      log,
      keys.map(({ id }) => id),
      keys.map(({ stream }) => stream),
      keys.map(({ at }) => at.toISOString()),
    ]);
  }

  private ask<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return withClient(this.url, async (client) => (await client.query<Row>(sql, [...values])).rows);
  }
}
