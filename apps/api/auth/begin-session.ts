import type { Id } from '#kernel';
import type { SessionKeeper } from '#platform/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from './session-cookie.js';
import { inSession, type WebDoor } from './signed-in.js';

type How = NonNullable<Parameters<SessionKeeper['begin']>[1]>;

/** How somebody came, and the request in which they did. */
interface Coming {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly how: Required<Pick<How, 'issued'>> | Required<Pick<How, 'mustChange' | 'isStill'>>;
}

/**
 * Lets a browser in: gives it another secret, and ends the session that it had, which nobody could end by it any more. [ASVS 5.0 7.2.4]
 * Undefined where the account is shut, or what let them in ended meanwhile.
 */
export const beginSession = async (
  { keeper, origin }: Pick<WebDoor, 'keeper' | 'origin'>,
  account: Id<'account'>,
  { request, reply, how }: Coming,
): Promise<string | undefined> => {
  const before = await inSession({ keeper, origin }, request);
  const secret = await keeper.begin(account, how);
  if (secret === undefined) return undefined;
  if (before) await keeper.end(before.session.account, before.session.id, 'SIGNED_IN_ANEW');
  void reply.header('set-cookie', sessionCookie(origin.isSecure(request), secret));
  return secret;
};
