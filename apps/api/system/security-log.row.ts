import { count, instant, optional, pointer, rowOf, shownText, vocabulary, word, type PartData } from '#kernel';
import type { SecurityWord } from '#platform/security';

/** What happened, in the words of OWASP's logging vocabulary. */
export const SECURITY_EVENTS = vocabulary(
  'SecurityEvent',
  'What happened at the door or within, in the words of OWASP.',
  '安全事件，用语同 OWASP。',
  {
    authn_login_success: { en: 'Signed in', zh: '登录' },
    authn_login_fail: { en: 'Could not sign in', zh: '登录失败' },
    authn_login_lock: { en: 'Locked out', zh: '锁定' },
    authn_password_change: { en: 'Password changed', zh: '修改密码' },
    authn_token_created: { en: 'Token made', zh: '签发令牌' },
    authn_token_revoked: { en: 'Token ended', zh: '作废令牌' },
    authn_token_reuse: { en: 'Token that lets nobody in', zh: '使用无效令牌' },
    authz_fail: { en: 'No right to it', zh: '无权操作' },
    authz_admin: { en: 'Rights changed', zh: '变更权限' },
    excess_rate_limit_exceeded: { en: 'Too much in a minute', zh: '超出频次' },
    input_validation_fail: { en: 'Input nobody needs', zh: '异常输入' },
    malicious_cors: { en: 'Page of another site', zh: '来自其他网站' },
    session_created: { en: 'Session begun', zh: '会话开始' },
    session_expired: { en: 'Session ended', zh: '会话结束' },
    session_use_after_expire: { en: 'Ended session used', zh: '使用已结束的会话' },
    sys_monitor_disabled: { en: 'Watching ended', zh: '监测停止' },
    user_created: { en: 'Account added', zh: '开通账号' },
    user_updated: { en: 'Account changed', zh: '变更账号' },
  } satisfies Record<SecurityWord, { en: string; zh: string }>,
);

export const securityRow = rowOf(
  'SecurityEntry',
  'A line of the security log: ids, counts and codes, no names, addresses or texts.',
  '安全日志条目：仅编号、计数与代码。',
  {
    at: instant('When, by the clock of the server.', '时间（服务器时钟）。'),
    event: word(SECURITY_EVENTS, 'What happened.', '事件。'),
    about: optional(pointer('Whose account or grants it is about.', '所涉人员或授权档案。')),
    by: optional(pointer('Who did it, where that is somebody else.', '办理人。')),
    from: optional(shownText('A digest of the address; another one with another key.', '来源地址摘要。', 100)),
    operation: optional(shownText('What was asked for.', '操作。', 200)),
    code: optional(shownText('How it was answered.', '代码。', 100)),
    count: optional(count('How many of them, where it happened more than once.', '次数。')),
  },
);

export type SecurityLine = PartData<typeof securityRow>;
