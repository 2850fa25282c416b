import type { Id } from '#kernel';

/** In which post somebody acts, of which body. */
export interface Chosen {
  readonly postId: Id<'post'>;
  readonly orgId: Id<'organisation'>;
  /** Whose post it is, where somebody stands in for another. */
  readonly onBehalfOf?: Id<'person'>;
}

/** Whether it is the same post of the same body, held by the same person. */
export const isSamePost = (one: Chosen | undefined, other: Chosen | undefined): boolean =>
  (['postId', 'orgId', 'onBehalfOf'] as const).every((part) => one?.[part] === other?.[part]);

/** Somebody who is signed in, from one browser. */
export interface Session {
  /** By which its owner names it; what the browser holds is another secret. */
  readonly id: string;
  readonly account: Id<'account'>;
  readonly chosen: Chosen | undefined;
  /** How its owner stood when it began, or when the post was chosen: it ends when that changes. */
  readonly standing: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
}

/** By what an issuer knows a session for which it vouched: digests. */
export interface Issued {
  readonly subject: Buffer | undefined;
  readonly session: Buffer | undefined;
}

/** Why a session ended. */
export type SessionEnd =
  | 'SIGNED_OUT'
  | 'SIGNED_IN_ANEW'
  | 'ENDED_BY_OWNER'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'ACCOUNT_DISABLED'
  | 'ACCOUNT_UNPINNED'
  | 'POST_ENDED'
  | 'ACTING_ENDED'
  | 'POSTS_CHANGED'
  | 'GRANTS_CHANGED'
  | 'LEFT_ISSUER'
  | 'TIMED_OUT';

/** How long a session lasts: in all, and without a sign of life. */
export interface SessionLimits {
  readonly absoluteMs: number;
  readonly idleMs: number;
}

const HOUR = 60 * 60_000;

/** A working day, and an hour away from the desk. [ASVS 5.0 V7.3] */
export const SESSION_LIMITS: SessionLimits = { absoluteMs: 12 * HOUR, idleMs: HOUR };

/** Where sessions are kept. A digest stands for what the browser holds. */
export interface Sessions {
  begin(digest: Buffer, session: Omit<Session, 'chosen' | 'seenAt'>, issued?: Issued): Promise<void>;
  /** A session that lasts; undefined when it has ended, or there is none. */
  known(digest: Buffer, now: Date): Promise<Session | undefined>;
  /** A session that lasts, seen now; undefined when it has ended, or there is none. */
  seen(digest: Buffer, now: Date): Promise<Session | undefined>;
  choose(id: string, chosen: Chosen, standing: string): Promise<void>;
  of(account: Id<'account'>, now: Date): Promise<readonly Session[]>;
  /** Ends one; false where this account has no such session. */
  end(account: Id<'account'>, id: string): Promise<boolean>;
  /** Ends all of an account but the one that is named, and says how many. */
  endAll(account: Id<'account'>, but?: string): Promise<number>;
  /** Ends those of which all that is given holds, and says whose each was. */
  endIssued(issued: Issued): Promise<readonly Id<'account'>[]>;
}
