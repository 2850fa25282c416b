import type { Text } from '#kernel';
import type { ErrorCode } from './error-codes.js';

/** What every address says alike of who asks. */
export const COMMON_TEXTS = {
  UNAUTHENTICATED: { en: 'Sign in first, or show a valid token.', zh: '请先登录，或出示有效令牌。' },
  FORBIDDEN: {
    en: 'Only a page of this site may ask for this, or a program with a token.',
    zh: '仅限本站页面或持令牌的程序发起此请求。',
  },
  TOKEN_READS_ONLY: { en: 'This token may only read.', zh: '该令牌仅可用于查询。' },
} as const satisfies Partial<Record<ErrorCode, Text>>;

const STATUS: Readonly<Record<string, number>> = {
  ...({ BAD_USER_INPUT: 400, UNAUTHENTICATED: 401, FORBIDDEN: 403, TOKEN_READS_ONLY: 403 } satisfies Status),
  ...({ INTERNAL_SERVER_ERROR: 500, UNAVAILABLE: 503, OVERLOADED: 503, OUTCOME_UNKNOWN: 503 } satisfies Status),
  ...({ VIEW_NOT_READY: 503, STORAGE_FULL: 507 } satisfies Status),
};
type Status = Partial<Record<ErrorCode, number>>;

/** The status that goes with a code at every address where HTTP says it; undefined for one that is of a single address. */
export const commonStatus = (code: string): number | undefined => STATUS[code];
