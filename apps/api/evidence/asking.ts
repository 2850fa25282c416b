import { InvalidToken, type Authenticator, type OwnOrigin, type SignedIn } from '#platform/identity';
import type { FastifyRequest } from 'fastify';

/** Who asks, in a session with a post or by a token; undefined where nobody is known. */
export const askerOf = async (
  { authenticator, origin }: { readonly authenticator: Authenticator; readonly origin: OwnOrigin },
  request: FastifyRequest,
): Promise<SignedIn | undefined> => {
  try {
    return await authenticator.authenticate(origin.shownBy(request));
  } catch (error) {
    if (error instanceof InvalidToken) return undefined;
    throw error;
  }
};
