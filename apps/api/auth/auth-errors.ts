import type { Text } from '#kernel';
import { COMMON_TEXTS, commonStatus, SaidNo, type Language, type Refused } from '#platform/graphql';
import { OPENID_REFUSALS } from '#platform/openid-connect';
import {
  LET_GO_AFTER_S,
  PASSWORD_FAULTS,
  SIGN_IN_REFUSALS,
  TOKEN_REFUSALS,
  type TokenRefusal,
} from '#platform/sign-in';

/** Everything that the door says no with, and under which status. */
export const AUTH_TEXTS = {
  ...SIGN_IN_REFUSALS,
  ...PASSWORD_FAULTS,
  ...TOKEN_REFUSALS,
  ...OPENID_REFUSALS,
  UNAUTHENTICATED: COMMON_TEXTS.UNAUTHENTICATED,
  POST_NOT_HELD: { en: 'You do not hold this post.', zh: '您未任该岗位。' },
  NOT_ACTING: {
    en: 'You do not act for this person in this post now: they are not absent, or you are not their deputy.',
    zh: '您此时不能代行该岗位：A角未离岗，或您不是其B角。',
  },
  CHANGE_PASSWORD_FIRST: { en: 'Choose another password first.', zh: '请先修改密码。' },
  NOT_IN_SESSION: {
    en: 'This is for whoever signed in with a browser: a token may not do it.',
    zh: '须由本人登录后办理，令牌不能办理。',
  },
  SESSION_NOT_FOUND: { en: 'You have no such session.', zh: '没有该会话。' },
  BAD_USER_INPUT: { en: 'This is not what is expected here.', zh: '提交内容不符合要求。' },
  FORBIDDEN: COMMON_TEXTS.FORBIDDEN,
} as const satisfies Record<string, Text>;

export type AuthCode = keyof typeof AUTH_TEXTS;

const STATUS: Partial<Record<AuthCode, number>> = {
  SIGN_IN_LOCKED: 429,
  TOO_MANY_ATTEMPTS: 429,
  SESSION_NOT_FOUND: 404,
  TOKEN_NOT_FOUND: 404,
  TOKEN_TOO_LONG: 400,
  ROLE_NOT_HELD: 403,
  TOO_MANY_TOKENS_HELD: 409,
  POST_NOT_HELD: 403,
  NOT_ACTING: 403,
  ACTING_FOR_ANOTHER: 403,
  CHANGE_PASSWORD_FIRST: 403,
  OPENID_NOT_SET: 404,
  ISSUER_UNAVAILABLE: 503,
  NOT_BEGUN_HERE: 400,
  CLAIM_MISSING: 403,
  NO_ACCOUNT: 403,
  SUBJECT_DIFFERS: 403,
  LOGOUT_NOT_VALID: 400,
};

/** The field of what was asked for that each refusal of a token is about. */
export const TOKEN_AT: Readonly<Record<TokenRefusal, readonly string[]>> = {
  TOKEN_TOO_LONG: ['endsAt'],
  ROLE_NOT_HELD: ['roles'],
  TOO_MANY_TOKENS_HELD: [],
  ACTING_FOR_ANOTHER: [],
};

/** The field of a choice of a post that each refusal of it is about. */
export const CHOICE_AT = {
  CHANGE_PASSWORD_FIRST: [],
  POST_NOT_HELD: ['postId'],
  NOT_ACTING: ['onBehalfOf'],
} as const satisfies Partial<Record<AuthCode, readonly string[]>>;

/** A no of the door as mutations answer it; `path` leads to the field of their input that is at fault. */
export const refusedAs = (code: AuthCode, language: Language, ...path: readonly string[]): Refused => ({
  ...{ code, message: AUTH_TEXTS[code][language] },
  ...{ path, others: [] },
});

/** The status that goes with it. */
export const statusOf = (code: AuthCode): number =>
  STATUS[code] ?? commonStatus(code) ?? (code in PASSWORD_FAULTS ? 400 : 401);

/** After how many seconds to try again, where that helps. */
export const retryAfterOf = (code: AuthCode): number | undefined =>
  code === 'TOO_MANY_ATTEMPTS' || code === 'SIGN_IN_LOCKED' ? LET_GO_AFTER_S : undefined;

/** A no of the door, in the language of whoever reads it; `path` leads to the field that is at fault. */
export const authError = (code: AuthCode, language: string | undefined, ...path: readonly string[]): SaidNo =>
  new SaidNo({ code, text: AUTH_TEXTS[code], at: path, retryAfter: retryAfterOf(code) }, language, statusOf(code));
