import type { Id } from '#kernel';
import { commonPasswords } from './common-passwords.js';
import type { Credentials } from './credentials.js';
import { comparablePassword, passwordFault, type PasswordFault } from './password-rules.js';
import type { Passwords } from './passwords.js';

/** The password that somebody has, and the one that they want. */
export interface Choice {
  readonly current: string;
  readonly next: string;
}

/** What stands against another password, and in which field. */
export interface Against {
  readonly code: PasswordFault | 'SIGN_IN_FAILED';
  readonly path: keyof Choice;
}

interface Needs {
  readonly credentials: Credentials;
  readonly passwords: Passwords;
  readonly now: () => Date;
}

const against = async (
  { credentials, passwords }: Needs,
  account: Id<'account'>,
  { current, next }: Choice,
): Promise<Against | undefined> => {
  const credential = await credentials.of(account);
  const isRight = await passwords.isBehind(current, credential?.secret);
  if (!credential || !isRight) return { code: 'SIGN_IN_FAILED', path: 'current' };
  if (comparablePassword(next) === comparablePassword(current)) return { code: 'PASSWORD_SAME', path: 'next' };
  const code = passwordFault(next, credential.name, await commonPasswords());
  return code && { code, path: 'next' };
};

/** Gives somebody the password that they chose; or says what stands against it. */
export const changeOwnPassword = async (
  needs: Needs,
  account: Id<'account'>,
  choice: Choice,
): Promise<Against | undefined> => {
  const no = await against(needs, account, choice);
  if (no) return no;
  const secret = await needs.passwords.secretOf(choice.next);
  await needs.credentials.change(account, { secret, mustChange: false }, needs.now());
  return undefined;
};
