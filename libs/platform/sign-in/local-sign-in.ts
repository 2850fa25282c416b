import type { Id } from '#kernel';
import type { SecurityLog } from '#platform/security';
import type { Attempts } from './attempts.js';
import type { Credential, Credentials } from './credentials.js';
import { failed, isReached, LIMITS, longAgo } from './lock-out.js';
import type { Passwords } from './passwords.js';
import { comparableName } from './sign-in-name.js';
import type { SignInRefusal } from './sign-in.refusals.js';

/** Somebody at the door. */
export interface Knocking {
  readonly name: string;
  readonly password: string;
  /** Where they come from, as it may be kept: a digest. */
  readonly from: string;
}

/** Who is let in; they may have to choose another password first. */
export interface Admitted {
  readonly account: Id<'account'>;
  readonly mustChange: boolean;
}

type Answer = Admitted | { readonly refused: SignInRefusal };

interface Needs {
  readonly credentials: Credentials;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly securityLog: SecurityLog;
  /** Whether the log says that this account may be used. */
  readonly isEnabled: (account: Id<'account'>) => Promise<boolean>;
  /** A digest that says nothing to those without the key of this installation. */
  readonly digest: (text: string) => Buffer;
  readonly now: () => Date;
}

/** Lets people in who know their password. It takes as long for names that nobody has. */
export class LocalSignIn {
  constructor(private readonly needs: Needs) {}

  async admit({ name, password, from }: Knocking): Promise<Answer> {
    const { attempts, credentials, passwords, digest } = this.needs;
    const now = this.needs.now();
    if (await isReached(attempts, digest(`from ${from}`), LIMITS.address, now)) {
      this.needs.securityLog.add('excess_rate_limit_exceeded', { from, operation: 'sign-in' }, now);
      return { refused: 'TOO_MANY_ATTEMPTS' };
    }
    const credential = await credentials.named(comparableName(name));
    const isRight = await passwords.isBehind(password, credential?.secret);
    if (!credential || !isRight) return this.fail(credential, from, now);
    return this.enter(credential, from, now);
  }

  private async fail(credential: Credential | undefined, from: string, now: Date): Promise<Answer> {
    const { attempts, credentials, digest, securityLog } = this.needs;
    await failed(attempts, digest(`from ${from}`), LIMITS.address, now);
    const about = { from, ...(credential && { account: credential.account }) };
    securityLog.add('authn_login_fail', about, now);
    if (credential) {
      const until = await failed(attempts, digest(credential.account), LIMITS.account, now);
      if (until) {
        await credentials.lock(credential.account, until);
        securityLog.add('authn_login_lock', about, now);
      }
    }
    return { refused: 'SIGN_IN_FAILED' };
  }

  private async enter({ account, lockedUntil, mustChange }: Credential, from: string, now: Date): Promise<Answer> {
    const { attempts, digest, securityLog } = this.needs;
    const code = await this.shut(account, lockedUntil, now);
    if (code) {
      securityLog.add('authn_login_fail', { account, from, code }, now);
      return { refused: code };
    }
    await attempts.forget(digest(account));
    await attempts.forgetBefore(longAgo(now));
    securityLog.add('authn_login_success', { account, from }, now);
    return { account, mustChange };
  }

  private async shut(
    account: Id<'account'>,
    lockedUntil: Date | undefined,
    now: Date,
  ): Promise<SignInRefusal | undefined> {
    if (lockedUntil && lockedUntil > now) return 'SIGN_IN_LOCKED';
    return (await this.needs.isEnabled(account)) ? undefined : 'ACCOUNT_DISABLED';
  }
}
