import type { Text } from '#kernel';

/** In characters as people count them: code points. [NIST SP 800-63B-4 §3.1.1.2 asks for 15 where nothing else is shown] */
export const MIN_PASSWORD = 15;
/** Longer ones are refused, never cut. */
export const MAX_PASSWORD = 256;

/** Why a password is not taken. */
export const PASSWORD_FAULTS = {
  PASSWORD_TOO_SHORT: {
    en: `A password has at least ${String(MIN_PASSWORD)} characters.`,
    zh: `密码至少 ${String(MIN_PASSWORD)} 个字符。`,
  },
  PASSWORD_TOO_LONG: {
    en: `A password has at most ${String(MAX_PASSWORD)} characters.`,
    zh: `密码至多 ${String(MAX_PASSWORD)} 个字符。`,
  },
  PASSWORD_COMMON: {
    en: 'Many people use this password, or a part of it makes up most of it.',
    zh: '该密码过于常见或过于简单。',
  },
  PASSWORD_HOLDS_NAME: { en: 'The password holds the sign-in name.', zh: '密码中含有登录名。' },
  PASSWORD_SAME: { en: 'This is the password that has to be changed.', zh: '新密码不得与原密码相同。' },
} as const satisfies Record<string, Text>;

export type PasswordFault = keyof typeof PASSWORD_FAULTS;

/** A password in the form in which it is compared: the same characters, however a keyboard makes them. [RFC 8265 §4.2: OpaqueString] */
export const comparablePassword = (password: string): string => password.normalize('NFC');

/** The fewest characters that have to differ from each other. */
const DIFFERENT = 5;

/** A password without the longest common one in it. */
const withoutLongest = (password: string, common: ReadonlySet<string>): string => {
  for (let length = password.length; length >= 4; length--) {
    for (let at = 0; at + length <= password.length; at++) {
      if (common.has(password.slice(at, at + length))) return password.slice(0, at) + password.slice(at + length);
    }
  }
  return password;
};

/** Fewer characters than this beside two common passwords are no password of one's own. */
const OWN = 6;

/** What stands against a password: length, a list of common ones, and the name it is for; no rule about kinds of characters. */
export const passwordFault = (
  password: string,
  name: string,
  common: ReadonlySet<string>,
): PasswordFault | undefined => {
  const characters = [...comparablePassword(password)];
  if (characters.length < MIN_PASSWORD) return 'PASSWORD_TOO_SHORT';
  if (characters.length > MAX_PASSWORD) return 'PASSWORD_TOO_LONG';
  const small = characters.join('').toLowerCase();
  if (name.length >= 4 && small.includes(name.toLowerCase())) return 'PASSWORD_HOLDS_NAME';
  const own = withoutLongest(withoutLongest(small, common), common);
  const isPoor = new Set(characters).size < DIFFERENT || [...own].length < OWN;
  return isPoor ? 'PASSWORD_COMMON' : undefined;
};
