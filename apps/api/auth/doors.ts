import { LOG_CLOCK, type LogClock } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import {
  AUTHENTICATOR,
  DevelopmentAuthenticator,
  developmentKeys,
  NO_TOKENS,
  OWN_ORIGIN,
  type OwnOrigin,
} from '#platform/identity';
import { PERSONAL_DATA, type PersonalData } from '#platform/personal-data';
import type { Pool } from '#platform/postgres';
import { SECURITY_LOG, type SecurityLog } from '#platform/security';
import { SessionOrToken, TokensByKind } from '#platform/sign-in';
import { LOG, type Log } from '#platform/telemetry';
import type { Provider } from '@nestjs/common';
import type { Settings } from '../config.js';
import { POOL } from '../connections.js';
import { takesDevelopmentTokens } from '../network/network.js';
import { DOOR, doorOf, type Door } from './door.js';
import { OPENID_DOOR, openIdDoor } from './openid-door.js';
import type { WebDoor } from './signed-in.js';

/** Every way in, as it is set up, and what knows again who came by it. */
export const doors = (settings: Omit<Settings, 'applicationUrl'>): Provider[] => [
  {
    provide: DOOR,
    inject: [POOL, EVENT_STORE, PERSONAL_DATA, SECURITY_LOG, OWN_ORIGIN, LOG_CLOCK],
    useFactory: (...parts: [Pool, EventStore, PersonalData, SecurityLog, OwnOrigin, LogClock]): WebDoor => {
      const [pool, events, personal, securityLog, origin, clock] = parts;
      const present = () => clock.fresh();
      return { ...doorOf({ pool, events, personal, securityLog, present }, () => new Date()), origin };
    },
  },
  {
    provide: OPENID_DOOR,
    inject: [DOOR, LOG],
    useFactory: (door: Door, log: Log) => settings.openId && openIdDoor(settings.openId, door, log),
  },
  {
    provide: AUTHENTICATOR,
    inject: [DOOR],
    useFactory: async ({ keeper, tokens, issuer }: Door) =>
      new SessionOrToken(
        keeper,
        new TokensByKind(
          tokens,
          issuer,
          takesDevelopmentTokens(settings)
            ? new DevelopmentAuthenticator(await developmentKeys(settings.dataDir))
            : NO_TOKENS,
        ),
      ),
  },
];
