import type { SecurityLog } from '#platform/security';
import type { Guesses } from './guesses.js';
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
  readonly guesses: Pick<Guesses, 'look'>;
  readonly securityLog: SecurityLog;
  readonly now: () => Date;
}

const OPERATION = 'token';

/** Gives a short token to service accounts that know their secret. It takes as long for those that are none. */
export class ServiceSignIn {
  constructor(private readonly needs: Needs) {}

  async admit({
    clientId,
    clientSecret,
    from,
  }: Client): Promise<{ readonly token: string } | { readonly refused: 'CLIENT_FAILED' | 'TOO_MANY_ATTEMPTS' }> {
    const { guesses, issuer, keeper, passwords, securityLog } = this.needs;
    const found = await guesses.look({ name: `client ${clientId}`, from }, async () => {
      const client = await keeper.seen(clientId);
      return (await passwords.isBehind(clientSecret, client?.token.secret)) ? client : undefined;
    });
    const now = this.needs.now();
    if (typeof found === 'object') {
      const { account } = found.right.token;
      securityLog.add('authn_login_success', { account, from, operation: OPERATION }, now);
      return { token: await issuer.issue(clientId) };
    }
    if (found === 'wrong' || found === 'last') {
      const account = (await keeper.seen(clientId))?.token.account;
      securityLog.add('authn_login_fail', { from, operation: OPERATION, ...(account && { account }) }, now);
      return { refused: 'CLIENT_FAILED' };
    }
    securityLog.add('excess_rate_limit_exceeded', { from, operation: OPERATION }, now);
    return { refused: 'TOO_MANY_ATTEMPTS' };
  }
}
