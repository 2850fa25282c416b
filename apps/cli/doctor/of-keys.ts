import type { EventStore } from '#platform/event-store';
import { KeyStoreDamaged, returnedKeys } from '#platform/personal-data';
import { ErasedKeysOfLog, KeyStoreOfLog } from '#platform/postgres';
import type { Config } from '../../api/config.js';
import { about, type Finding } from '../../api/doctor/findings.js';
import { openKeys } from '../../api/keys/open-keys.js';
import { ownKeys } from '../../api/keys/own-keys.js';

const KEYS = about({ en: 'keys', zh: '密钥' });

const SEE = { en: 'see infra/backup.md and sifang keys verify', zh: '见 infra/backup.md 与 sifang keys verify' };

const areBack = (where: string, count: number): Finding =>
  KEYS.warning(`${where}: keys are here again that had been erased (${String(count)}) 已擦除的密钥重新出现`, {
    en: 'start the API, which erases them again before it shows anything',
    zh: '请启动服务，启动时会先行再次擦除',
  });

/** Whether the keys are those of the log, and open what stands at either end of it. Nothing is remembered of it. */
export const keys = async (
  config: Pick<Config, 'dataDir' | 'keyStore'>,
  applicationUrl: string,
  events: Pick<EventStore, 'identity' | 'readAll' | 'latest'>,
): Promise<Finding> => {
  try {
    const { keys, ...place } = await openKeys(config);
    try {
      const known = new KeyStoreOfLog(applicationUrl);
      const owners = {
        find: (of: string) => known.find(of),
        take: (_: string, store: string) => Promise.resolve(store),
      };
      await ownKeys(keys, { events, owners, ...place });
      const erased = await new ErasedKeysOfLog(applicationUrl).find(await events.identity());
      const back = await returnedKeys(keys, erased);
      if (back.length > 0) return areBack(place.where, back.length);
    } finally {
      await keys.close();
    }
    return KEYS.ok(`${place.where}: of this log 属于本日志`);
  } catch (error) {
    if (!(error instanceof KeyStoreDamaged)) throw error;
    return KEYS.failed(error.message, SEE);
  }
};
