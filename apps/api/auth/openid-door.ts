import {
  BackChannelLogout,
  BegunSignIns,
  Issuer,
  OpenIdSignIn,
  PinnedSubjects,
  type OpenIdSettings,
} from '#platform/openid-connect';
import type { Log } from '#platform/telemetry';
import type { Door } from './door.js';

/** The door for those for whom an issuer vouches. */
export const openIdDoor = (settings: OpenIdSettings, door: Door, log: Log) => {
  const issuer = new Issuer(settings, door.now);
  const begun = new BegunSignIns(() => door.digest('key of sign-ins that were begun'), door.now);
  const pins = door.pinsOf(settings.issuer);
  const pinned = new PinnedSubjects({ pins, unpinned: door.unpinned, now: door.now });
  const logout = new BackChannelLogout({ ...door, issuer, log });
  return { issuer, logout, signIn: new OpenIdSignIn({ ...door, issuer, begun, pinned, log }) };
};

export type OpenIdDoor = ReturnType<typeof openIdDoor>;

export const OPENID_DOOR = Symbol('OpenIdDoor');
