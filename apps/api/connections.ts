import { EVENT_STORE } from '#platform/event-store';
import type { Pool, PostgresEventStore } from '#platform/postgres';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

export const POOL = Symbol('Pool');

/** Leaves the database when everything that used it has ended. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly events: PostgresEventStore,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.events.close();
    await this.pool.end();
  }
}
