import type { Id } from '#kernel';
import type { SecurityLog } from '#platform/security';
import type { Attempts } from './attempts.js';
import type { Credentials } from './credentials.js';

/** So many failures within so long, and it is shut for that long. */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

const QUARTER_HOUR = 15 * 60_000;

/** Of one account, and of one address. */
export const LIMITS = {
  account: { most: 10, withinMs: QUARTER_HOUR },
  address: { most: 50, withinMs: QUARTER_HOUR },
} as const satisfies Record<string, Limit>;

/** After so many seconds without another attempt, none of these limits is reached any more. */
export const LET_GO_AFTER_S = QUARTER_HOUR / 1000;

/** What happened before it counts for no limit. */
export const longAgo = (now: Date): Date =>
  new Date(now.getTime() - Math.max(...Object.values(LIMITS).map(({ withinMs }) => withinMs)));

/** By what attempts from one address count together, whatever was tried. */
export const addressKey = (digest: (text: string) => Buffer, from: string): Buffer => digest(`from ${from}`);

const since = ({ withinMs }: Limit, now: Date): Date => new Date(now.getTime() - withinMs);

/** Whether the limit is reached already. */
export const isReached = async (attempts: Attempts, key: Buffer, limit: Limit, now: Date): Promise<boolean> =>
  (await attempts.count(key, since(limit, now))) >= limit.most;

/** Counts one more, and says until when it is shut if that was the last one allowed. */
export const failed = async (attempts: Attempts, key: Buffer, limit: Limit, now: Date): Promise<Date | undefined> => {
  const count = await attempts.add(key, now, since(limit, now));
  return count >= limit.most ? new Date(now.getTime() + limit.withinMs) : undefined;
};

/** What a lock is written with. */
interface Locking {
  readonly credentials: Pick<Credentials, 'lock'>;
  readonly securityLog: SecurityLog;
}

/** Writes down that an account is locked by the last failure allowed, for those who look after accounts. */
export const lockOut = async (
  { credentials, securityLog }: Locking,
  about: { readonly account: Id<'account'>; readonly from: string },
  now: Date,
): Promise<void> => {
  await credentials.lock(about.account, new Date(now.getTime() + LIMITS.account.withinMs));
  securityLog.add('authn_login_lock', about, now);
};
