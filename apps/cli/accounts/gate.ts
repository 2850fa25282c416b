import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { AnyDecider, Id, Message } from '#kernel';
import { Decide, DecideHandler, datedByLog, LogClock, LogFacts, NO_LATE_ENTRIES, type Outcome } from '#platform/decide';
import { PersonalDataCipher } from '#platform/personal-data';
import { openPool } from '#platform/postgres';
import { ACT_BOUNDS, rightsIn } from '../../api/act-rules.js';
import { doorOf, type Door } from '../../api/auth/door.js';
import type { Settings } from '../../api/config.js';
import { STREAMS_OF_ALL } from '../../api/contexts.js';
import { openEventLog, type EventLog } from '../../api/event-log.js';
import { openOwnKeys } from '../../api/keys/open-own-keys.js';
import { watchedCommands } from '../../api/security/watched-commands.js';
import { keptSecurityLog } from '../../api/security/kept-security-log.js';
import { withDatabase, type Workplace } from '../with-database.js';

/** What is asked of one stream, and in whose name. */
export interface Asked {
  readonly decider: AnyDecider;
  readonly stream: Id;
  readonly command: Message;
  readonly actor: Actor;
}

/** The log behind the same gate that the server has, and the door that people sign in at. */
export interface Gate {
  readonly events: EventLog;
  readonly facts: LogFacts;
  readonly door: Door;
  /** The present moment of the log. */
  readonly now: () => Promise<Date>;
  readonly decide: (asked: Asked) => Promise<Outcome>;
}

const occasionOf = ({ actorId, postId, orgId, territoryId }: Actor) => {
  const commandId = randomUUID();
  const capacity = { actorId, orgId, ...(postId && { postId }), ...(territoryId && { territoryId }) };
  return { ...capacity, commandId, correlationId: commandId, source: 'cli' as const };
};

/** What the gate opens on: where the log and the read models are, and the keys of personal data. */
type Place = Pick<Settings, 'applicationUrl' | 'dataDir' | 'eventStoreUrl' | 'keyStore'> & Pick<Workplace, 'log'>;

/** Gives a piece of work the gate of a place for as long as it takes. */
export const throughGate = async <T>(place: Place, work: (gate: Gate) => Promise<T>): Promise<T> => {
  const events = await openEventLog(place);
  const keys = await openOwnKeys(place, events).catch(async (error: unknown) => {
    await events.close();
    throw error;
  });
  const pool = openPool({ url: place.applicationUrl, name: 'cli', max: 2 });
  const personal = new PersonalDataCipher(keys);
  const clock = new LogClock(events);
  const securityLog = keptSecurityLog(pool, place.log);
  const handler = new DecideHandler(
    events,
    personal,
    datedByLog(clock, ACT_BOUNDS, NO_LATE_ENTRIES),
    STREAMS_OF_ALL,
    rightsIn(events),
    NO_LATE_ENTRIES,
    watchedCommands(securityLog, () => new Date()),
  );
  const decide = ({ decider, stream, command, actor }: Asked) =>
    handler.execute(new Decide(decider, stream, command, { actor, occasion: occasionOf(actor) }));
  const door = doorOf({ pool, events, personal, securityLog }, () => new Date());
  try {
    return await work({ events, facts: new LogFacts(events), door, now: () => clock.fresh(), decide });
  } finally {
    await securityLog.close();
    await Promise.all([events.close(), pool.end(), keys.close()]);
  }
};

/** Gives a command the gate for as long as it takes, whether the server runs or not. */
export const withGate = <T>(
  work: (gate: Gate) => Promise<T>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<T> =>
  withDatabase(
    ({ applicationUrl, config: { dataDir, eventStoreUrl, keyStore }, log }) =>
      throughGate({ applicationUrl, dataDir, eventStoreUrl, keyStore, log }, work),
    environment,
  );
