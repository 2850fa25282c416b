import type { SecurityLog } from '#platform/security';
import type { Attempts } from './attempts.js';
import { failed, isReached, LIMITS } from './lock-out.js';
import type { Passwords } from './passwords.js';
import type { ServiceTokens } from './service-tokens.js';
import type { TokenKeeper } from './token-keeper.js';

/** A service account at the door. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where it comes from, as it may be kept: a digest. */
  readonly from: string;
}

interface Needs {
  readonly keeper: Pick<TokenKeeper, 'seen'>;
  readonly issuer: Pick<ServiceTokens, 'issue'>;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly securityLog: SecurityLog;
  readonly digest: (text: string) => Buffer;
  readonly now: () => Date;
}

/** Gives a short token to service accounts that know their secret. It takes as long for those that are none. */
export class ServiceSignIn {
  constructor(private readonly needs: Needs) {}

  async admit({
    clientId,
    clientSecret,
    from,
  }: Client): Promise<{ readonly token: string } | { readonly refused: 'CLIENT_FAILED' | 'TOO_MANY_ATTEMPTS' }> {
    const { attempts, digest, issuer, keeper, passwords, securityLog } = this.needs;
    const now = this.needs.now();
    const [place, name] = [digest(`from ${from}`), digest(`client ${clientId}`)];
    if (
      (await isReached(attempts, place, LIMITS.address, now)) ||
      (await isReached(attempts, name, LIMITS.account, now))
    ) {
      securityLog.add('excess_rate_limit_exceeded', { from, operation: 'token' }, now);
      return { refused: 'TOO_MANY_ATTEMPTS' };
    }
    const known = await keeper.seen(clientId);
    const isRight = await passwords.isBehind(clientSecret, known?.token.secret);
    const about = { from, operation: 'token', ...(known && { account: known.token.account }) };
    if (!known || !isRight) {
      await failed(attempts, place, LIMITS.address, now);
      await failed(attempts, name, LIMITS.account, now);
      securityLog.add('authn_login_fail', about, now);
      return { refused: 'CLIENT_FAILED' };
    }
    await attempts.forget(name);
    securityLog.add('authn_login_success', about, now);
    return { token: await issuer.issue(clientId) };
  }
}
