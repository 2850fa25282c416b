import type { EventStore, StoredEvent } from '#platform/event-store';
import { keyIdsIn, type KeyStore } from '#platform/personal-data';
import type { KeyStoreOfLog } from '#platform/postgres';
import { lacks, notTheLogs, type Kept } from './keys-refusals.js';

/** So many events at either end of the log are looked at when a process starts. */
const LOOKED_AT = 250;

interface OfLog extends Kept {
  readonly events: Pick<EventStore, 'identity'>;
  readonly owners: Pick<KeyStoreOfLog, 'find'>;
}

export interface Place extends Kept {
  readonly events: Pick<EventStore, 'identity' | 'readAll' | 'latest'>;
  readonly owners: Pick<KeyStoreOfLog, 'find' | 'take'>;
}

/**
 * Sees to it that keys are used with the log that they belong to, before anything is sealed or opened with them. The first store that
 * opens what a log holds is the log's own from then on. Throws KeyStoreDamaged, with what is missing, for another store and for one
 * that lacks keys that nobody erased.
 */
export const ownKeys = async (keys: Pick<KeyStore, 'id' | 'find'>, place: Place): Promise<void> => {
  const { events, owners } = place;
  const { log, owner } = await areTheLogs(keys, place);
  const lacking = await firstLacking(keys, events);
  if (lacking) throw lacks(place, lacking);
  if (owner === undefined && (await owners.take(log, keys.id)) !== keys.id) throw notTheLogs(place, log);
};

/** Throws KeyStoreDamaged for another store than the log's own; answers which log that is, and which store it has so far. */
export const areTheLogs = async (keys: Pick<KeyStore, 'id'>, place: OfLog) => {
  const log = await place.events.identity();
  const owner = await place.owners.find(log);
  if (owner !== undefined && owner !== keys.id) throw notTheLogs(place, log);
  return { log, owner };
};

/** The first event, among the earliest and the latest, that was sealed under a key that is not there. */
const firstLacking = async (
  keys: Pick<KeyStore, 'find'>,
  events: Place['events'],
): Promise<StoredEvent | undefined> => {
  const first = await events.readAll({ after: 'start', limit: LOOKED_AT });
  const latest = first.length < LOOKED_AT ? [] : await events.latest(LOOKED_AT);
  for (const event of [...first, ...latest]) if (await isLacking(keys, event)) return event;
  return undefined;
};

const isLacking = async (keys: Pick<KeyStore, 'find'>, { data }: StoredEvent): Promise<boolean> => {
  for (const id of keyIdsIn(data)) if (!(await keys.find(id))) return true;
  return false;
};
