import { WATCH } from '#platform/decide';
import { PERSONAL_DATA, type PersonalData } from '#platform/personal-data';
import type { Pool } from '#platform/postgres';
import { SECURITY_LOG, SENTRY, type RateLimits, type SecurityLog } from '#platform/security';
import { LOG } from '#platform/telemetry';
import type { Provider } from '@nestjs/common';
import { POOL } from '../connections.js';
import { keptSecurityLog } from './kept-security-log.js';
import { sentryOf } from './sentry-of.js';
import { watchedCommands } from './watched-commands.js';

/** What guards the application: the security log, and who counts and watches for it. */
export const securityProviders = (rates: RateLimits | undefined): readonly Provider[] => [
  { provide: SECURITY_LOG, inject: [POOL, LOG], useFactory: keptSecurityLog },
  {
    provide: SENTRY,
    inject: [POOL, PERSONAL_DATA, SECURITY_LOG],
    useFactory: (pool: Pool, personal: PersonalData, log: SecurityLog) => sentryOf({ pool, personal, log }, rates),
  },
  {
    provide: WATCH,
    inject: [SECURITY_LOG],
    useFactory: (log: SecurityLog) => watchedCommands(log, () => new Date()),
  },
];
