import type { Text } from '#kernel';

/** Why somebody is not let in whom an issuer was to vouch for. */
export const OPENID_REFUSALS = {
  OPENID_NOT_SET: {
    en: 'Nobody else vouches for people here: sign in with a password.',
    zh: '本系统未接入统一身份认证，请使用密码登录。',
  },
  ISSUER_UNAVAILABLE: {
    en: 'The sign-in service does not answer now. Try again later; whoever has a password can sign in with it.',
    zh: '统一身份认证服务暂无响应，请稍后重试；有密码的用户可用密码登录。',
  },
  NOT_BEGUN_HERE: {
    en: 'This sign-in was not begun in this browser, took too long, or is over: begin again.',
    zh: '此次登录并非由本浏览器发起、已超时或已结束，请重新登录。',
  },
  ISSUER_SAID_NO: {
    en: 'The sign-in service did not let you in: begin again, or ask those who run it.',
    zh: '统一身份认证服务未予放行，请重新登录，或联系其管理员。',
  },
  ANSWER_NOT_VALID: {
    en: 'What the sign-in service answered does not hold: begin again. If it stays so, ask those who run Sifang.',
    zh: '统一身份认证服务的答复无效，请重新登录；如仍如此，请联系本系统运维人员。',
  },
  CLAIM_MISSING: {
    en: 'The sign-in service does not say by which name you are known here: ask those who run it.',
    zh: '统一身份认证服务未提供您在本系统的登录名，请联系其管理员。',
  },
  NO_ACCOUNT: {
    en: 'The sign-in service knows you, but you have no account here. None is made by itself: ask an administrator of Sifang.',
    zh: '统一身份认证已确认您的身份，但您在本系统没有账号。账号不会自动开通，请联系本系统管理员。',
  },
  SUBJECT_DIFFERS: {
    en: 'The sign-in service names this account for somebody else than before. If that is right, an administrator of Sifang has to unpin it.',
    zh: '统一身份认证以该登录名指认的用户与此前不同。如确属变更，须由本系统管理员解除绑定。',
  },
  LOGOUT_NOT_VALID: {
    en: 'This is no logout token of the sign-in service that holds, or it came before.',
    zh: '该退出令牌无效，或此前已收到过。',
  },
} as const satisfies Record<string, Text>;

export type OpenIdRefusal = keyof typeof OPENID_REFUSALS;
