import type { Actor } from '#access';
import { parseCookie } from 'cookie';

/** A signed-in person, and until when (milliseconds since 1970). */
export interface SignedIn {
  readonly actor: Actor;
  readonly expiresAt: number;
  /** What they show may be used to look at things, and to change none. */
  readonly readsOnly?: true;
  /** The session of a browser. */
  readonly sessionId?: string;
  /** Whether they would be let in again now; absent where that depends on nothing but time. */
  readonly isStill?: () => Promise<boolean>;
}

/** What is wrong with what somebody shows: for those who guard the door, never for who shows it. */
export type ShownFault =
  | 'NOTHING_SHOWN'
  | 'TOKEN_MALFORMED'
  | 'TOKEN_UNKNOWN'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_WRONG_KIND'
  | 'SESSION_UNKNOWN'
  | 'POST_NOT_CHOSEN';

/** The token is missing, forged, expired, or meant for somebody else. Which of these is nobody's business who asks. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
  constructor(readonly fault: ShownFault = 'NOTHING_SHOWN') {
    super('no valid token');
  }
}

/** What a request shows of who asks: a token of a program, or what a browser holds. */
export interface Presented {
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
}

/** Turns what is shown into the person it vouches for. */
export interface Authenticator {
  /** Throws InvalidToken unless it is valid now; a token goes before a cookie. */
  authenticate(presented: Presented): Promise<SignedIn>;
}

export const AUTHENTICATOR = Symbol('Authenticator');

/** The token in an Authorization header, if it holds one. */
export const bearer = (header: string | undefined): string | undefined =>
  /^Bearer +([\w.~+/=-]+)$/i.exec(header ?? '')?.[1];

/** The cookie of a session: browsers keep the first name to this host and to TLS. */
export const SESSION_COOKIES = { secure: '__Host-sifang', plain: 'sifang' } as const;

/** The headers of a request that say who asks. */
export interface Showing {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/**
 * What the headers of a request show. Where cookies are for TLS only, the plain one is not looked at: whoever sits on the way, or runs
 * something else on this host, could have set it.
 */
export const presentedIn = ({ authorization, cookie = '' }: Showing, isSecure: boolean): Presented => {
  const { [SESSION_COOKIES.secure]: secure, [SESSION_COOKIES.plain]: plain } = parseCookie(cookie);
  return { token: bearer(authorization), cookie: secure ?? (isSecure ? undefined : plain) };
};
