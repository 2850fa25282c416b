import type { OwnOrigin } from '#platform/identity';
import type { InSession } from '#platform/sign-in';
import type { FastifyRequest } from 'fastify';
import { authError } from './auth-errors.js';
import type { Door } from './door.js';

/** The door as browsers come to it: under an address of its own. */
export interface WebDoor extends Door {
  readonly origin: OwnOrigin;
}

/** Somebody in a session, and the post that they chose in it. */
type InPost = Pick<InSession, 'session' | 'standing'> & {
  readonly chosen: NonNullable<InSession['session']['chosen']>;
};

/** Who asks, in a session of a browser; undefined where there is none: a token makes no other, be a cookie beside it or not. */
export const inSession = async (
  { keeper, origin }: Pick<WebDoor, 'keeper' | 'origin'>,
  request: FastifyRequest,
): Promise<InSession | undefined> => {
  const { token, cookie } = origin.shownBy(request);
  return token !== undefined || cookie === undefined ? undefined : keeper.seen(cookie);
};

/** The same. Throws UNAUTHENTICATED where there is no session. */
export const signedIn = async (door: Pick<WebDoor, 'keeper' | 'origin'>, request: FastifyRequest) => {
  const found = await inSession(door, request);
  if (!found) throw authError('UNAUTHENTICATED', request.headers['accept-language']);
  return found;
};

/** The same with a post. Throws UNAUTHENTICATED where none is chosen. */
export const signedInPost = async (
  door: Pick<WebDoor, 'keeper' | 'origin'>,
  request: FastifyRequest,
): Promise<InPost> => {
  const found = await signedIn(door, request);
  const chosen = found.actor && found.session.chosen;
  if (!chosen) throw authError('UNAUTHENTICATED', request.headers['accept-language']);
  return { ...found, chosen };
};
