import { EVENT_STORE } from '#platform/event-store';
import type { KeptKeys } from '#platform/personal-data';
import type { Pool } from '#platform/postgres';
import { SECURITY_LOG, type BufferedSecurityLog } from '#platform/security';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EventLog } from './event-log.js';

export const POOL = Symbol('Pool');
export const KEY_STORE = Symbol('KeyStore');

/** Leaves the database and the key store when everything that used them has ended. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly events: EventLog,
    @Inject(KEY_STORE) private readonly keys: KeptKeys,
    @Inject(SECURITY_LOG) private readonly securityLog: Pick<BufferedSecurityLog, 'close'>,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.securityLog.close();
    await this.events.close();
    await this.pool.end();
    await this.keys.close();
  }
}
