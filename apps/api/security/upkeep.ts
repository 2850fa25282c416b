import { PostgresMinuteCounts, PostgresSecurityLog, queryPool, type Pool } from '#platform/postgres';
import { LOG, type Log } from '#platform/telemetry';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DOOR, type Door } from '../auth/door.js';
import { POOL } from '../connections.js';

const EVERY_MS = 60_000;
/** Nobody counts in a minute of so long ago, whatever clocks say. */
const LONG_OVER_MS = 10 * 60_000;

/** Clears away what is kept beyond its time, every minute: several processes may do so at once. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DOOR) private readonly door: Pick<Door, 'digest' | 'now'>,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(LOG) private readonly log: Pick<Log, 'warn'>,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#working = this.work();
    }, EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }

  private async work(): Promise<void> {
    try {
      await new PostgresSecurityLog(queryPool(this.pool)).forget();
      const counts = new PostgresMinuteCounts(queryPool(this.pool), this.door.digest);
      await counts.forgetBefore(new Date(this.door.now().getTime() - LONG_OVER_MS));
    } catch (error) {
      this.log.warn({ error }, 'upkeep waits');
    }
  }
}
