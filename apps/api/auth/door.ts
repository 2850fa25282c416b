import type { Id } from '#kernel';
import { postsForOthers, standingOf, unpinnedOf } from '#contexts/grants';
import { LogFacts, StreamStates } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import type { PersonalData } from '#platform/personal-data';
import {
  PostgresAccessTokens,
  PostgresAttempts,
  PostgresCredentials,
  PostgresPins,
  PostgresSessions,
  queryPool,
  type Pool,
} from '#platform/postgres';
import type { SecurityLog } from '#platform/security';
import {
  Guesses,
  LocalSignIn,
  Passwords,
  ServiceSignIn,
  ServiceTokens,
  SessionKeeper,
  TokenKeeper,
  type Standings,
  type Swept,
} from '#platform/sign-in';

/** The present moment of the log: of one that tells stories it is another than the server's. */
type Present = () => Promise<Date>;

const at = async (present: Present | undefined, now: string): Promise<string> =>
  present ? (await present()).toISOString() : now;

/** How somebody stands, from the log itself: read anew for each request, and folded on from where the one before it was. */
const standingsIn = (events: EventStore, present: Present | undefined): Standings => {
  const states = new StreamStates();
  return {
    of: async (account, chosen, now) =>
      standingOf(new LogFacts(events, states, 'none'), account, { chosen, at: await at(present, now) }),
  };
};

interface Behind {
  readonly pool: Pool;
  readonly events: EventStore;
  readonly personal: PersonalData;
  readonly securityLog: SecurityLog;
  /** The server's own where it is left out. */
  readonly present?: Present;
}

/** Sessions that time out, told of in the security log by how many they were. */
const timingOut = (sessions: Swept, securityLog: SecurityLog): Swept => ({
  sweep: async (now, most) => {
    const count = await sessions.sweep(now, most);
    if (count > 0) securityLog.add('session_expired', { code: 'TIMED_OUT', count }, now);
    return count;
  },
});

/** Everything at the door: who comes in, with what, and how long they stay. */
export const doorOf = ({ pool, events, personal, securityLog, present }: Behind, now: () => Date) => {
  const ask = queryPool(pool);
  const [credentials, sessions] = [new PostgresCredentials(ask), new PostgresSessions(ask)];
  const attempts = new PostgresAttempts(ask);
  const passwords = new Passwords();
  const standings = standingsIn(events, present);
  const digest = (text: string) => Buffer.from(personal.fingerprint(text), 'hex');
  const guesses = new Guesses({ attempts, digest, now });
  const isEnabled = async (account: Id<'account'>) =>
    (await standings.of(account, undefined, now().toISOString())) !== undefined;
  const accessTokens = new PostgresAccessTokens(ask);
  const swept: readonly Swept[] = [timingOut(sessions, securityLog), accessTokens];
  const tokens = new TokenKeeper({ tokens: accessTokens, passwords, standings, securityLog, now });
  const issuer = new ServiceTokens(() => digest('key of service tokens'), now);
  return {
    ...{ credentials, sessions, standings, passwords, attempts, guesses, securityLog, isEnabled, digest, now },
    ...{ tokens, issuer },
    /** Whom an issuer knows by which account. */
    pinsOf: (issuerUrl: string) => new PostgresPins(ask, issuerUrl),
    /** The posts of others that somebody may choose now, because those are away. */
    forOthers: async (account: Id<'account'>) =>
      postsForOthers(new LogFacts(events), account, await at(present, now().toISOString())),
    unpinned: (account: Id<'account'>) => unpinnedOf(new LogFacts(events), account),
    /** What ends without anybody ending it. */
    swept,
    services: new ServiceSignIn({ keeper: tokens, issuer, passwords, guesses, securityLog, now }),
    signIn: new LocalSignIn({ credentials, passwords, attempts, guesses, securityLog, isEnabled, now }),
    keeper: new SessionKeeper({ sessions, standings, securityLog, now }),
  };
};

export type Door = ReturnType<typeof doorOf>;

/** Where somebody comes from, as it may be kept. */
export const fromOf = ({ digest }: Pick<Door, 'digest'>, ip: string): string =>
  digest(ip).toString('base64url').slice(0, 22);

export const DOOR = Symbol('Door');
