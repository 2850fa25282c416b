import type { Issued } from '#platform/sign-in';
import type { LoggedOut } from './logout-token.js';

/** By what a session is known for which an issuer vouched: digests of what it calls the person, and of what it calls its own session. */
export const issuedTo = (
  digest: (text: string) => Buffer,
  { subject, session }: Pick<LoggedOut, 'subject' | 'session'>,
): Issued => ({
  subject: subject === undefined ? undefined : digest(`subject ${subject}`),
  session: session === undefined ? undefined : digest(`session of the issuer ${session}`),
});
