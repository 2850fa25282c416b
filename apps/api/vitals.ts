import { CLOCK, type Clock } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import type { Progress } from '#platform/follow';
import { OpenTransactions, type Pool } from '#platform/postgres';
import { LOG, VitalSigns, type Log } from '#platform/telemetry';
import { VISIBILITY } from '#platform/views';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { POOL } from './connections.js';
import { Followers } from './followers.js';
import { clockSign, lagSign, parkedSign, transactionSign } from './signs.js';

/** What is looked after while the application runs. */
@Injectable()
export class Vitals extends VitalSigns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(VISIBILITY) progress: Progress,
    @Inject(Followers) followers: Followers,
    @Inject(POOL) pool: Pool,
    @Inject(EVENT_STORE) events: EventStore,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    const signs = [
      lagSign(progress, clock),
      parkedSign(() => followers.parked()),
      transactionSign(new OpenTransactions(pool)),
      clockSign(events, clock),
    ];
    super(signs, log);
  }

  onApplicationBootstrap(): void {
    this.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }
}
