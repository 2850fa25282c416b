import type { Id } from '#kernel';
import type { SecurityLog } from '#platform/security';
import { addressKey, failed, isReached, LIMITS, longAgo, type Attempts, type Sessions } from '#platform/sign-in';
import type { Log } from '#platform/telemetry';
import { issuedTo } from './issued-to.js';
import { IssuerUnavailable } from './issuer-fetch.js';
import type { Issuer } from './issuer.js';
import { NotVouched } from './not-vouched.js';

type No = 'TOO_MANY_ATTEMPTS' | 'ISSUER_UNAVAILABLE' | 'LOGOUT_NOT_VALID';

interface Needs {
  readonly issuer: Pick<Issuer, 'loggedOut'>;
  readonly sessions: Pick<Sessions, 'endIssued'>;
  readonly attempts: Attempts;
  readonly securityLog: SecurityLog;
  readonly log: Pick<Log, 'warn'>;
  readonly digest: (text: string) => Buffer;
  readonly now: () => Date;
}

const OPERATION = 'openid-logout';

/** How often each stands in a list. */
const counted = <T>(list: readonly T[]): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/**
 * Ends here what has ended at the issuer, when it says so: the session that it names, or all that it vouched for whom it names. Who came
 * by a password stays. [OpenID Connect Back-Channel Logout 1.0]
 */
export class BackChannelLogout {
  constructor(private readonly needs: Needs) {}

  /** Takes a logout token; `from` is where it comes from, as it may be kept. What stands against it, or undefined. */
  async take(token: string, from: string): Promise<No | undefined> {
    const { attempts, digest, securityLog } = this.needs;
    const now = this.needs.now();
    const place = addressKey(digest, from);
    if (await isReached(attempts, place, LIMITS.address, now)) {
      securityLog.add('excess_rate_limit_exceeded', { from, operation: OPERATION }, now);
      return 'TOO_MANY_ATTEMPTS';
    }
    const code = await this.end(token, now);
    if (code === 'LOGOUT_NOT_VALID') {
      await failed(attempts, place, LIMITS.address, now);
      securityLog.add('authn_login_fail', { from, operation: OPERATION, code }, now);
    }
    return code;
  }

  private async end(token: string, now: Date): Promise<No | undefined> {
    const { issuer, sessions, attempts, digest } = this.needs;
    try {
      const { number, ...who } = await issuer.loggedOut(token);
      const taken = digest(`logout ${number}`);
      if ((await attempts.count(taken, longAgo(now))) > 0) return 'LOGOUT_NOT_VALID';
      this.tell(await sessions.endIssued(issuedTo(digest, who)), now);
      // It is remembered for longer than it holds, and only once it has been done: where that broke off, the issuer says it again.
      await attempts.add(taken, now, longAgo(now));
      return undefined;
    } catch (error) {
      if (error instanceof NotVouched) return 'LOGOUT_NOT_VALID';
      if (!(error instanceof IssuerUnavailable)) throw error;
      this.needs.log.warn({ error }, 'the issuer of OIDC_ISSUER does not answer as one');
      return 'ISSUER_UNAVAILABLE';
    }
  }

  private tell(accounts: readonly Id<'account'>[], now: Date): void {
    for (const [account, count] of counted(accounts))
      this.needs.securityLog.add('session_expired', { account, code: 'LEFT_ISSUER', count }, now);
  }
}
