import type { Prepared } from '#platform/event-store';
import type { Pool, PoolClient } from 'pg';
import { answersOfEach, answersTogether, appendEach, appendTogether, type Answer } from './append-batch.js';
import { openPool } from './pool.js';
import { connected } from './trouble.js';

/** The plans are the same for every batch, and never a scan of the whole log, whatever the statistics say of a young table. */
const PLANS = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' };

/**
 * Writes batches on one connection of its own: readers never keep an append waiting, and more writers would only wait for each
 * other. The connection is kept between batches and replaced when it breaks.
 */
export class AppendWriter {
  readonly #pool: Pool;
  #client: PoolClient | undefined;

  /** Connects with the first batch; the URL is that of the application's role. */
  constructor(url: string) {
    this.#pool = openPool({ url, name: 'append', max: 1, settings: PLANS });
  }

  /** One answer for each append, in order. Throws the driver's error, or Unavailable when there is no connection. */
  async write(batch: readonly Prepared[]): Promise<readonly Answer[]> {
    const client = this.#client ?? (await this.connect());
    try {
      const together = await client.query<unknown[]>(appendTogether(batch));
      const answers = answersTogether(batch, together.rows);
      return answers ?? answersOfEach((await client.query<unknown[]>(appendEach(batch))).rows);
    } catch (error) {
      this.drop(client);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#client?.release();
    this.#client = undefined;
    await this.#pool.end();
  }

  private async connect(): Promise<PoolClient> {
    const client = await connected(this.#pool);
    // Also when it breaks between two batches.
    client.once('error', () => {
      this.drop(client);
    });
    this.#client = client;
    return client;
  }

  private drop(client: PoolClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
  }
}
