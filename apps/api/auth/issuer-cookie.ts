import { SESSION_LIMITS } from '#platform/sign-in';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';

const NAMES = { secure: '__Host-sifang-issuer', plain: 'sifang-issuer' } as const;

const nameOf = (secure: boolean) => (secure ? NAMES.secure : NAMES.plain);

/** Browsers keep none that is longer; then the issuer has to ask who leaves. */
const LONGEST = 3_500;
const NOT_KEPT = '-';

const cookie = (secure: boolean, value: string, maxAge: number): string =>
  stringifySetCookie({ name: nameOf(secure), value, path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });

/** What a browser holds when an issuer vouched for somebody: so that they can leave it as well. It opens nothing here. */
export const issuerCookie = (secure: boolean, idToken: string | undefined): string => {
  const kept = idToken !== undefined && idToken.length <= LONGEST ? idToken : NOT_KEPT;
  return cookie(secure, kept, Math.floor(SESSION_LIMITS.absoluteMs / 1000));
};

/** Takes it away. */
export const noIssuerCookie = (secure: boolean): string => cookie(secure, '', 0);

/** Whether an issuer vouched for whom this browser belongs to, and by which ID token. */
export const issuerIn = (
  secure: boolean,
  { headers }: FastifyRequest,
): { readonly idToken: string | undefined } | undefined => {
  const held = parseCookie(headers.cookie ?? '')[nameOf(secure)];
  return held === undefined ? undefined : { idToken: held === NOT_KEPT ? undefined : held };
};
