import type { Text } from '#kernel';

/** Why somebody is not let in. Only who knows the password learns more than the first of these. */
export const SIGN_IN_REFUSALS = {
  SIGN_IN_FAILED: { en: 'The name or the password is not right.', zh: '登录名或密码不正确。' },
  SIGN_IN_LOCKED: {
    en: 'After too many failures this account is locked for a quarter of an hour.',
    zh: '失败次数过多，账号已锁定十五分钟。',
  },
  ACCOUNT_DISABLED: { en: 'This account is disabled.', zh: '该账号已停用。' },
  TOO_MANY_ATTEMPTS: { en: 'Too many attempts; try again later.', zh: '尝试过于频繁，请稍后再试。' },
} as const satisfies Record<string, Text>;

export type SignInRefusal = keyof typeof SIGN_IN_REFUSALS;
