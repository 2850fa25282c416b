import { InvalidToken, type Authenticator, type OwnOrigin, type SignedIn } from '#platform/identity';
import type { Sentry } from '#platform/security';
import type { FastifyRequest } from 'fastify';

interface Asking {
  readonly authenticator: Authenticator;
  readonly origin: OwnOrigin;
  readonly sentry: Pick<Sentry, 'unknown'>;
}

/** Who asks, in a session with a post or by a token; undefined where nobody is known. */
export const askerOf = async (
  { authenticator, origin, sentry }: Asking,
  request: FastifyRequest,
): Promise<SignedIn | undefined> => {
  try {
    return await authenticator.authenticate(origin.shownBy(request));
  } catch (error) {
    if (!(error instanceof InvalidToken)) throw error;
    sentry.unknown(error.fault, 'evidence', request.ip);
    return undefined;
  }
};
