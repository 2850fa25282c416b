import type { After, EventStore, StoredEvent } from '#platform/event-store';
import type { ErasedKey, KeyStore } from '#platform/personal-data';
import { ErasedKeysOfLog, KeyStoreOfLog } from '#platform/postgres';
import { openEventLog } from '../api/event-log.js';
import { openKeys } from '../api/keys/open-keys.js';
import { areTheLogs } from '../api/keys/own-keys.js';
import { FoundKeys, type VerifiedKeys } from './found-keys.js';
import { showSteps } from './show-steps.js';
import { withDatabase } from './with-database.js';

const PAGE = 1_000;

/** Looks for the key, or its erasure, of everything that is sealed in a log; `erased` are the keys whose erasure is on record. */
export const verifyKeys = async (
  events: Pick<EventStore, 'head' | 'readAll'>,
  keys: Pick<KeyStore, 'find'>,
  erased: readonly ErasedKey[],
  progressed: (at: bigint, end: bigint) => void = () => undefined,
): Promise<VerifiedKeys> => {
  const end = await events.head();
  const found = new FoundKeys(keys, new Set(erased.map(({ id }) => id)));
  let after: After = 'start';
  while (end !== 'start' && (after === 'start' || after < end)) {
    const page: readonly StoredEvent[] = await events.readAll({ after, limit: PAGE });
    for (const event of page) await found.look(event);
    after = page.at(-1)?.position ?? end;
    progressed(after, end);
  }
  return found.all;
};

/** The same on the server's own log and keys. */
export const keysVerify = (): Promise<VerifiedKeys> =>
  withDatabase(async ({ applicationUrl, config }) => {
    const events = await openEventLog({ applicationUrl, eventStoreUrl: config.eventStoreUrl });
    const shown = showSteps({ verify: 'verify 核对' });
    try {
      const { keys, ...place } = await openKeys(config);
      try {
        const owners = new KeyStoreOfLog(applicationUrl);
        const { log } = await areTheLogs(keys, { events, owners, ...place });
        const erased = await new ErasedKeysOfLog(applicationUrl).find(log);
        return await verifyKeys(events, keys, erased, shown.step('verify'));
      } finally {
        await keys.close();
      }
    } finally {
      shown.end();
      await events.close();
    }
  });
