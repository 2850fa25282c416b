import type { InSession } from '#platform/sign-in';
import type { FastifyRequest } from 'fastify';
import { cookieIn } from './asked.js';
import { authError } from './auth-errors.js';
import type { Door } from './door.js';

/** Somebody in a session, and the post that they chose in it. */
type InPost = Pick<InSession, 'session' | 'standing'> & {
  readonly chosen: NonNullable<InSession['session']['chosen']>;
};

/** Who asks, in a session of a browser with a post. Throws UNAUTHENTICATED where there is none: a token makes no other. */
export const signedIn = async ({ keeper }: Pick<Door, 'keeper'>, request: FastifyRequest): Promise<InPost> => {
  const cookie = cookieIn(request);
  const inSession = cookie === undefined ? undefined : await keeper.seen(cookie);
  const chosen = inSession?.actor && inSession.session.chosen;
  if (!chosen) throw authError('UNAUTHENTICATED', request.headers['accept-language']);
  return { ...inSession, chosen };
};
