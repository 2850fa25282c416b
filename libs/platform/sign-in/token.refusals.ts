import type { Text } from '#kernel';

/** At once, for one account. */
export const MOST_TOKENS = 20;
const DAY = 24 * 60 * 60_000;
/** How long a token lasts at most. */
export const LONGEST_TOKEN_MS = 366 * DAY;

/** Why somebody gets no token. */
export const TOKEN_REFUSALS = {
  TOKEN_TOO_LONG: {
    en: 'A token ends after now, and within a year.',
    zh: '令牌的到期时间须晚于现在，且不超过一年。',
  },
  ROLE_NOT_HELD: { en: 'You do not have this role in this post.', zh: '您在该岗位上没有此角色。' },
  TOO_MANY_TOKENS_HELD: {
    en: `At most ${String(MOST_TOKENS)} tokens at once: end one first.`,
    zh: `同时最多 ${String(MOST_TOKENS)} 个令牌，请先作废一个。`,
  },
  ACTING_FOR_ANOTHER: {
    en: 'Nobody makes a token while they act for another: choose a post of your own first.',
    zh: '代行他人岗位期间不能签发令牌，须先改选本人岗位。',
  },
  CLIENT_FAILED: {
    en: 'The client id or its secret is not right.',
    zh: '客户端编号或密钥不正确。',
  },
  TOKEN_NOT_FOUND: { en: 'You have no such token.', zh: '没有该令牌。' },
} as const satisfies Record<string, Text>;

export type TokenRefusal = Exclude<keyof typeof TOKEN_REFUSALS, 'CLIENT_FAILED' | 'TOKEN_NOT_FOUND'>;
