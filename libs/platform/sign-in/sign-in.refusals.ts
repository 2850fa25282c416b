import type { Text } from '#kernel';

/** Why somebody is not let in. None of these says whether there is such a name, but where the password is right. */
export const SIGN_IN_REFUSALS = {
  SIGN_IN_FAILED: { en: 'The name or the password is not right.', zh: '登录名或密码不正确。' },
  SIGN_IN_LOCKED: {
    en: 'Too many failures: for a quarter of an hour no password is taken for this name.',
    zh: '失败次数过多，十五分钟内不再核对该登录名的密码。',
  },
  ACCOUNT_DISABLED: { en: 'This account is disabled.', zh: '该账号已停用。' },
  TOO_MANY_ATTEMPTS: { en: 'Too many attempts; try again later.', zh: '尝试过于频繁，请稍后再试。' },
} as const satisfies Record<string, Text>;

export type SignInRefusal = keyof typeof SIGN_IN_REFUSALS;
