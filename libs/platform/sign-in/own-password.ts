import type { Id } from '#kernel';
import type { SecurityLog } from '#platform/security';
import { commonPasswords } from './common-passwords.js';
import type { Credential, Credentials } from './credentials.js';
import type { Guesses } from './guesses.js';
import { lockOut } from './lock-out.js';
import { comparablePassword, passwordFault, type PasswordFault } from './password-rules.js';
import type { Passwords } from './passwords.js';
import type { SignInRefusal } from './sign-in.refusals.js';

/** The password that somebody has, and the one that they want. */
interface Passed {
  readonly current: string;
  readonly next: string;
}

/** The same, and where they come from, as it may be kept. */
export interface Choice extends Passed {
  readonly from: string;
}

/** What stands against another password, and in which field. */
export interface Against {
  readonly code: PasswordFault | Extract<SignInRefusal, 'SIGN_IN_FAILED' | 'SIGN_IN_LOCKED' | 'TOO_MANY_ATTEMPTS'>;
  readonly path: keyof Passed;
}

interface Needs {
  readonly credentials: Credentials;
  readonly passwords: Passwords;
  readonly guesses: Pick<Guesses, 'look' | 'forget'>;
  readonly securityLog: SecurityLog;
  readonly now: () => Date;
}

const NO = {
  wrong: 'SIGN_IN_FAILED',
  last: 'SIGN_IN_FAILED',
  nameShut: 'SIGN_IN_LOCKED',
  addressShut: 'TOO_MANY_ATTEMPTS',
} as const;

/** Whose password it is, if they know it: who sits at somebody else's browser may not guess it there either. */
const proved = async (
  needs: Needs,
  account: Id<'account'>,
  { current, from }: Choice,
): Promise<Credential | Against> => {
  const { credentials, guesses, passwords, securityLog, now } = needs;
  const name = (await credentials.of(account))?.name ?? account;
  const found = await guesses.look({ name, from }, async () => {
    const credential = await credentials.of(account);
    return (await passwords.isBehind(current, credential?.secret)) ? credential : undefined;
  });
  if (typeof found === 'object') return found.right;
  const code = NO[found];
  securityLog.add('authn_login_fail', { account, from, operation: 'password', code }, now());
  if (found === 'last') await lockOut(needs, { account, from }, now());
  return { code, path: 'current' };
};

/** Gives somebody the password that they chose; or says what stands against it. */
export const changeOwnPassword = async (
  needs: Needs,
  account: Id<'account'>,
  choice: Choice,
): Promise<Against | undefined> => {
  const credential = await proved(needs, account, choice);
  if ('code' in credential) return credential;
  const { current, next } = choice;
  if (comparablePassword(next) === comparablePassword(current)) return { code: 'PASSWORD_SAME', path: 'next' };
  const code = passwordFault(next, credential.name, await commonPasswords());
  if (code) return { code, path: 'next' };
  const secret = await needs.passwords.secretOf(next);
  await needs.credentials.change(account, { secret, mustChange: false }, needs.now());
  await needs.guesses.forget(credential.name);
  return undefined;
};
