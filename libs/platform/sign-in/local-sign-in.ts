import type { Id } from '#kernel';
import type { SecurityLog } from '#platform/security';
import type { Attempts } from './attempts.js';
import type { Credential, Credentials } from './credentials.js';
import type { Guesses } from './guesses.js';
import { lockOut, longAgo } from './lock-out.js';
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
  /** What their password was compared with. */
  readonly secret: string | undefined;
}

type Answer = Admitted | { readonly refused: SignInRefusal };
type Guessed = Exclude<Awaited<ReturnType<Guesses['look']>>, object>;

interface Needs {
  readonly credentials: Credentials;
  readonly passwords: Passwords;
  readonly guesses: Pick<Guesses, 'look'>;
  readonly attempts: Pick<Attempts, 'forgetBefore'>;
  readonly securityLog: SecurityLog;
  /** Whether the log says that this account may be used. */
  readonly isEnabled: (account: Id<'account'>) => Promise<boolean>;
  readonly now: () => Date;
}

/** Lets people in who know their password. It takes as long for names that nobody has. */
export class LocalSignIn {
  constructor(private readonly needs: Needs) {}

  async admit({ name, password, from }: Knocking): Promise<Answer> {
    const { credentials, guesses, passwords } = this.needs;
    const called = comparableName(name);
    const found = await guesses.look({ name: called, from }, async () => {
      const credential = await credentials.named(called);
      return (await passwords.isBehind(password, credential?.secret)) ? credential : undefined;
    });
    return typeof found === 'object'
      ? this.enter(found.right, from)
      : this.refuse(found, await credentials.named(called), from);
  }

  /** Whether the password that let them in is theirs still: asked when they are in, or who ends one in between misses them. */
  async isStill({ account, secret }: Pick<Admitted, 'account' | 'secret'>): Promise<boolean> {
    return (await this.needs.credentials.of(account))?.secret === secret;
  }

  private async refuse(guessed: Guessed, credential: Credential | undefined, from: string): Promise<Answer> {
    const { securityLog } = this.needs;
    const now = this.needs.now();
    if (guessed === 'addressShut') {
      securityLog.add('excess_rate_limit_exceeded', { from, operation: 'sign-in' }, now);
      return { refused: 'TOO_MANY_ATTEMPTS' };
    }
    const about = { from, ...(credential && { account: credential.account }) };
    const isShut = guessed === 'nameShut';
    securityLog.add('authn_login_fail', { ...about, ...(isShut && { code: 'SIGN_IN_LOCKED' }) }, now);
    if (credential && guessed === 'last') await lockOut(this.needs, { account: credential.account, from }, now);
    return { refused: isShut ? 'SIGN_IN_LOCKED' : 'SIGN_IN_FAILED' };
  }

  private async enter({ account, mustChange, secret }: Credential, from: string): Promise<Answer> {
    const { attempts, isEnabled, securityLog } = this.needs;
    const now = this.needs.now();
    if (!(await isEnabled(account))) {
      securityLog.add('authn_login_fail', { account, from, code: 'ACCOUNT_DISABLED' }, now);
      return { refused: 'ACCOUNT_DISABLED' };
    }
    await attempts.forgetBefore(longAgo(now));
    securityLog.add('authn_login_success', { account, from }, now);
    return { account, mustChange, secret };
  }
}
