import { withClient } from '../connect/with-client.js';

/** Remembers which key store is whose, beside the read models: of logs in PostgreSQL and of logs elsewhere. Asked at starts only. */
export class KeyStoreOfLog {
  /** The URL is that of the application's role. */
  constructor(private readonly url: string) {}

  /** The store of this log, by the ids of both; undefined while it has none. */
  find(log: string): Promise<string | undefined> {
    return this.ask('SELECT store FROM log.key_store WHERE log = $1', [log]);
  }

  /** Takes a store for the log's own unless there is one already; answers which one it is. Of two who come at once one is the first. */
  async take(log: string, store: string): Promise<string> {
    return (await this.ask('SELECT log.own_key_store($1, $2) AS store', [log, store])) ?? store;
  }

  private ask(sql: string, values: readonly string[]): Promise<string | undefined> {
    return withClient(
      this.url,
      async (client) => (await client.query<{ store: string }>(sql, [...values])).rows[0]?.store,
    );
  }
}
