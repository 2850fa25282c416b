import type { PersonalData } from '#platform/personal-data';
import { PostgresMinuteCounts, queryPool, type Pool } from '#platform/postgres';
import { MinuteCounts, Sentry, UNLIMITED, type RateLimits, type SecurityLog } from '#platform/security';
import { fromOf } from '../auth/door.js';
import { accountBehind } from './watched-commands.js';

interface Behind {
  readonly pool: Pool;
  readonly personal: PersonalData;
  readonly log: SecurityLog;
}

/** Who stands before all requests of this process; counts are shared with the others. */
export const sentryOf = ({ pool, personal, log }: Behind, limits: RateLimits = UNLIMITED): Sentry => {
  const digest = (text: string) => Buffer.from(personal.fingerprint(text), 'hex');
  const shared = new PostgresMinuteCounts(queryPool(pool), digest);
  return new Sentry({
    counts: new MinuteCounts({ share: (minute, added) => shared.share(minute, added) }),
    knownAs: { account: accountBehind, from: (address) => fromOf({ digest }, address) },
    ...{ limits, log, now: () => new Date() },
  });
};
