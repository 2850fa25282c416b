import type { Id, Role } from '#kernel';
import type { Chosen } from './sessions.js';

/** What a token may be used for: to look, or to act as well. */
export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What somebody gave to a program, so that it acts for them in one of their posts. */
export interface AccessToken {
  /** By which its owner names it; what the program holds is another secret. */
  readonly id: string;
  readonly account: Id<'account'>;
  readonly name: string;
  readonly scope: TokenScope;
  /** Their roles that it may be used with. */
  readonly roles: readonly Role[];
  /** The grants of these roles when it was made: it ends when one of them does. */
  readonly restsOn: readonly string[];
  readonly chosen: Chosen;
  readonly madeAt: Date;
  readonly usedAt: Date | undefined;
  readonly endsAt: Date;
  /** What a service account proves itself with, in the form in which it is kept; undefined where the token itself is shown. */
  readonly secret: string | undefined;
}

/** Where tokens are kept. A digest stands for what the program holds. */
export interface AccessTokens {
  /** Keeps another one; false where the account has as many as it may. */
  add(digest: Buffer, token: Omit<AccessToken, 'usedAt'>, most: number): Promise<boolean>;
  /** A token that lasts; undefined when it has ended, or there is none. */
  known(digest: Buffer, now: Date): Promise<AccessToken | undefined>;
  /** Whether there is one that has ended. */
  hasEnded(digest: Buffer, now: Date): Promise<boolean>;
  used(id: string, now: Date): Promise<void>;
  of(account: Id<'account'>, now: Date): Promise<readonly AccessToken[]>;
  /** Ends one; false where this account has no such token. */
  end(account: Id<'account'>, id: string): Promise<boolean>;
}
