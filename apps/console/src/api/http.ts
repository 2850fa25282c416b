import { LANGUAGE_TAGS } from '../lib/language';
import { preferences } from '../lib/preferences';
import { hearServerTime } from '../lib/server-time';

/** Asks this server, in the language that is preferred, with the cookie of the session. */
export const ask: typeof fetch = async (address, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('accept-language', LANGUAGE_TAGS[preferences().language]);
  const response = await fetch(address, { ...init, headers, credentials: 'same-origin' });
  hearServerTime(response);
  return response;
};
