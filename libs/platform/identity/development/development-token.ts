import { SignJWT } from 'jose/jwt/sign';
import type { Claims } from '../claims.js';
import type { CastPerson } from './development-cast.js';
import { ALGORITHM, type KeyPair } from './development-keys.js';

export const ISSUER = 'sifang-development';
export const AUDIENCE = 'sifang';

/** What a token for this member of the cast says. */
export const claimsOf = ({ id, as, post, territory }: CastPerson): Claims => ({
  personId: id,
  postId: post.id,
  orgId: post.organisation.id,
  territoryId: post.organisation.territory.id,
  territory,
  roles: [as],
});

/** Signs a token for development, valid for so many hours from `now`. */
export const developmentToken = (
  claims: Claims,
  { privateKey }: Pick<KeyPair, 'privateKey'>,
  { hours = 12, now = new Date() }: { readonly hours?: number; readonly now?: Date } = {},
): Promise<string> => {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(claims.personId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + Math.round(hours * 3600))
    .sign(privateKey);
};
