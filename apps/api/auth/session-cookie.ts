import { SESSION_COOKIES } from '#platform/identity';
import { SESSION_LIMITS } from '#platform/sign-in';
import { stringifySetCookie } from 'cookie';

const cookie = (secure: boolean, value: string, maxAge: number): string =>
  stringifySetCookie({
    name: secure ? SESSION_COOKIES.secure : SESSION_COOKIES.plain,
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge,
  });

/** What a browser is to hold while the session lasts: no script reads it, and no other site sends it along. */
export const sessionCookie = (secure: boolean, secret: string): string =>
  cookie(secure, secret, Math.floor(SESSION_LIMITS.absoluteMs / 1000));

/** Takes it away. */
export const noCookie = (secure: boolean): string => cookie(secure, '', 0);
