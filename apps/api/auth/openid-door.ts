import { BegunSignIns, Issuer, OpenIdSignIn, type OpenIdSettings } from '#platform/openid-connect';
import type { Log } from '#platform/telemetry';
import type { Door } from './door.js';

/** The door for those for whom an issuer vouches. */
export const openIdDoor = (settings: OpenIdSettings, door: Door, log: Log) => {
  const issuer = new Issuer(settings, door.now);
  const begun = new BegunSignIns(() => door.digest('key of sign-ins that were begun'), door.now);
  return { issuer, signIn: new OpenIdSignIn({ ...door, issuer, begun, log }) };
};

export type OpenIdDoor = ReturnType<typeof openIdDoor>;

export const OPENID_DOOR = Symbol('OpenIdDoor');
