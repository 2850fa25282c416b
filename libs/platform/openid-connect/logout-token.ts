import { createLocalJWKSet } from 'jose/jwks/local';
import { jwtVerify } from 'jose/jwt/verify';
import { z } from 'zod';
import { CLOCK_SKEW_SECONDS } from './issuer-configuration.js';
import { NotVouched } from './not-vouched.js';

/** What an issuer says in a logout token: whose sessions end, or which one. */
export interface LoggedOut {
  /** Its own number: the same token does not count twice. */
  readonly number: string;
  readonly subject: string | undefined;
  readonly session: string | undefined;
}

/** What a logout token is held against. */
interface Against {
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: Parameters<typeof createLocalJWKSet>[0];
  /** The algorithms that the issuer says it signs with. */
  readonly algorithms: readonly string[];
  readonly now: Date;
}

/** A logout is told of at once: what was signed longer ago is somebody's who kept it. */
export const OLDEST_LOGOUT_SECONDS = 5 * 60;

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Signatures with a key that only the issuer has. */
const ALGORITHM = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519)$/;
const TYPES: readonly unknown[] = [undefined, 'logout+jwt', 'JWT'];

const text = z.string().min(1).max(1_000);
const claims = z
  .object({
    ...{ jti: text, sub: text.optional(), sid: text.optional() },
    events: z.object({ [EVENT]: z.record(z.string(), z.unknown()) }),
    // What stands in an ID token and never here: one cannot be taken for the other.
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

/** Reads a logout token. Throws NotVouched where anything of it does not hold. [OpenID Connect Back-Channel Logout 1.0 §2.6] */
export const readLogoutToken = async (token: string, against: Against): Promise<LoggedOut> => {
  const { issuer, clientId, keys, algorithms, now } = against;
  try {
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: algorithms.filter((name) => ALGORITHM.test(name)),
      ...{ issuer, audience: clientId, currentDate: now },
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
      maxTokenAge: OLDEST_LOGOUT_SECONDS,
      clockTolerance: CLOCK_SKEW_SECONDS,
    });
    if (!TYPES.includes(protectedHeader.typ)) throw new NotVouched(false, 'of another type');
    const { jti, sub, sid } = claims.parse(payload);
    return { number: jti, subject: sub, session: sid };
  } catch (error) {
    throw error instanceof NotVouched ? error : new NotVouched(false, 'no logout token that holds');
  }
};
