import type { KeptKeys } from '#platform/personal-data';
import { ErasedKeysOfLog, KeyStoreOfLog } from '#platform/postgres';
import type { Settings } from '../config.js';
import { eraseAgain, erasuresOf, recordAll } from './erasures.js';
import { onRecord } from './on-record.js';
import { openKeys } from './open-keys.js';
import { ownKeys, type Place } from './own-keys.js';

/**
 * Opens the keys that the settings name, for the log that they belong to. What was destroyed in them is on record beside the log, and is
 * destroyed again where a copy from before has brought it back: `returned` is told how much that was. Throws as `openKeys` and `ownKeys` do; nothing is open then.
 */
export const openOwnKeys = async (
  settings: Pick<Settings, 'dataDir' | 'keyStore' | 'applicationUrl'>,
  events: Place['events'],
  returned: (keys: number) => void = () => undefined,
): Promise<KeptKeys> => {
  const { keys, ...where } = await openKeys(settings);
  try {
    const owners = new KeyStoreOfLog(settings.applicationUrl);
    const log = await events.identity();
    const erasures = erasuresOf(log, new ErasedKeysOfLog(settings.applicationUrl));
    if ((await owners.find(log)) === undefined) await recordAll(keys, erasures);
    await ownKeys(keys, { events, owners, ...where });
    const again = await eraseAgain(keys, erasures);
    if (again > 0) returned(again);
    return onRecord(keys, erasures);
  } catch (error) {
    await keys.close();
    throw error;
  }
};
