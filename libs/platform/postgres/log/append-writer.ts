import type { Prepared } from '#platform/event-store';
import type { Pool, PoolClient } from 'pg';
import { answersTogether, appendEach, appendTogether, type Answer } from './append-batch.js';
import { answersOfEach } from './append-answers.js';
import { openPool } from '../connect/pool.js';
import type { Settings } from '../connect/session.js';
import { wroteNothing } from '../connect/database-errors.js';
import { connected } from '../connect/answered.js';

/** The plans are the same for every batch, and never a scan of the whole log, whatever the statistics say of a young table. */
const PLANS: Settings = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' };

/**
 * Writes batches on one connection of its own, several on their way at a time and each after the other: readers never keep an
 * append waiting, and more writers would only wait for each other. The connection is replaced when it breaks.
 */
export class AppendWriter {
  readonly #pool: Pool;
  readonly #dropped = new WeakSet<PoolClient>();
  #connecting: Promise<PoolClient> | undefined;

  /** Connects with the first batch; the URL is that of the application's role. Nothing right hangs on how the server plans. */
  constructor(url: string, plans: Settings = PLANS) {
    this.#pool = openPool({ url, name: 'append', max: 1, settings: plans, pipeline: true });
  }

  /** One answer for each append, in order. Throws the driver's error, or Unavailable when there is no connection. */
  async write(batch: readonly Prepared[]): Promise<readonly Answer[]> {
    const client = await (this.#connecting ??= this.connect());
    try {
      const together = await client.query<unknown[]>(appendTogether(batch));
      const answers = answersTogether(batch, together.rows);
      return answers ?? answersOfEach((await client.query<unknown[]>(appendEach(batch))).rows);
    } catch (error) {
      // Whoever tries again shall not meet the broken connection; one that the server only refused something goes on.
      if (!wroteNothing(error)) this.drop(client);
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = await this.#connecting?.catch(() => undefined);
    if (client) this.drop(client);
    await this.#pool.end();
  }

  private async connect(): Promise<PoolClient> {
    try {
      const client = await connected(this.#pool);
      // Also when it breaks between two batches.
      client.on('error', () => {
        this.drop(client);
      });
      return client;
    } catch (error) {
      this.#connecting = undefined;
      throw error;
    }
  }

  private drop(client: PoolClient): void {
    if (this.#dropped.has(client)) return;
    this.#dropped.add(client);
    this.#connecting = undefined;
    client.release(true);
  }
}
