import type { Id } from '#kernel';

/** What happens at the door and within, in the words of OWASP's logging vocabulary. */
export const SECURITY_WORDS = [
  'authn_login_success',
  'authn_login_fail',
  'authn_login_lock',
  'authn_password_change',
  'authn_token_created',
  'authn_token_revoked',
  'authn_token_reuse',
  'authz_fail',
  'authz_admin',
  'excess_rate_limit_exceeded',
  'input_validation_fail',
  'malicious_cors',
  'session_created',
  'session_expired',
  'session_use_after_expire',
  'sys_monitor_disabled',
  'user_created',
  'user_updated',
] as const;

export type SecurityWord = (typeof SECURITY_WORDS)[number];

/** What is known of it: ids, counts and codes, no names, no addresses, no texts. */
export interface SecurityAbout {
  /** Whose account it is about. */
  readonly account?: Id<'account'>;
  /** All that one person, or one post, was ever granted. */
  readonly grants?: Id;
  /** Who did it, where that is somebody else. */
  readonly by?: Id;
  /** A digest of the address that is another one each time the key of this installation is. */
  readonly from?: string;
  readonly code?: string;
  readonly operation?: string;
  /** How many of them, where it happened more than once. */
  readonly count?: number;
}

/** One line of the security log. */
export interface SecurityEntry {
  readonly at: Date;
  readonly word: SecurityWord;
  readonly about: SecurityAbout;
}

export const SECURITY_LOG = Symbol('SecurityLog');

/** Remembers what happened at the door, apart from the record. Nobody waits for it, and nothing fails with it. */
export interface SecurityLog {
  add(word: SecurityWord, about: SecurityAbout, now: Date): void;
}
