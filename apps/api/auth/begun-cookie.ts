import { BEGUN_MS } from '#platform/openid-connect';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';

/** Held while somebody is at the issuer: browsers keep the first name to this host and to TLS. */
const NAMES = { secure: '__Host-sifang-begun', plain: 'sifang-begun' } as const;

const nameOf = (secure: boolean) => (secure ? NAMES.secure : NAMES.plain);

/** Lax, for it has to come along when the issuer sends the browser back. */
const cookie = (secure: boolean, value: string, maxAge: number): string =>
  stringifySetCookie({ name: nameOf(secure), value, path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });

/** What a browser is to hold until it is back. */
export const begunCookie = (secure: boolean, held: string): string => cookie(secure, held, BEGUN_MS / 1000);

/** Takes it away. */
export const noBegunCookie = (secure: boolean): string => cookie(secure, '', 0);

/** What it holds; where it came by TLS, nothing that another site may have put there. */
export const begunIn = (secure: boolean, { headers }: FastifyRequest): string | undefined =>
  parseCookie(headers.cookie ?? '')[nameOf(secure)];
