import type { Actor } from '#access';

/** A signed-in person, and until when (milliseconds since 1970). */
export interface SignedIn {
  readonly actor: Actor;
  readonly expiresAt: number;
}

/** The token is missing, forged, expired, or meant for somebody else. Which of these is nobody's business. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
  constructor() {
    super('no valid token');
  }
}

/** Turns a token into the person it vouches for. */
export interface Authenticator {
  /** Throws InvalidToken unless the token is valid now. */
  authenticate(token: string | undefined): Promise<SignedIn>;
}

export const AUTHENTICATOR = Symbol('Authenticator');

/** The token in an Authorization header, if it holds one. */
export const bearer = (header: string | undefined): string | undefined =>
  /^Bearer +([\w.~+/=-]+)$/i.exec(header ?? '')?.[1];
