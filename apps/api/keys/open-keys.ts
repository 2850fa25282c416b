import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresKeyStore } from '#platform/keys-postgres';
import {
  createMasterKey,
  FileKeyStore,
  KeyStoreDamaged,
  masterKeyIn,
  readMasterKey,
  type KeptKeys,
} from '#platform/personal-data';
import { login } from '#platform/postgres';
import type { Settings } from '../config.js';
import { bare } from '../system/shown-settings.js';
import type { Kept } from './keys-refusals.js';
import type { KeySettings } from './keys-environment.js';

/** Keys that are open. */
export interface OpenKeys extends Kept {
  readonly keys: KeptKeys;
}

/**
 * Opens the keys that the settings name: in a folder of this machine, or in a PostgreSQL when `KEY_STORE` says where that is. Throws
 * CannotStart when that cannot be reached, and KeyStoreDamaged when its keys cannot be used.
 */
export const openKeys = async ({ dataDir, keyStore }: Pick<Settings, 'dataDir' | 'keyStore'>): Promise<OpenKeys> => {
  const folder = join(dataDir, 'keys');
  if (!keyStore) return { keys: await FileKeyStore.open(folder), where: folder, setting: 'DATA_DIR' };
  await login('KEY_STORE', keyStore.url);
  const master = await masterOf(keyStore, join(folder, 'master-key'));
  return { keys: await PostgresKeyStore.open(keyStore.url, master), where: bare(keyStore.url), setting: 'KEY_STORE' };
};

/** The master key that is named; made in this machine's folder where nobody has one yet. */
export const masterOf = async ({ url, master }: KeySettings, own: string): Promise<Buffer> => {
  const [, descriptor] = /^fd:(\d+)$/.exec(master ?? '') ?? [];
  if (descriptor !== undefined)
    return masterKeyIn(readFileSync(Number(descriptor), 'utf8'), `KEY_MASTER ${String(master)}`);
  const path = master ?? own;
  const found = await readMasterKey(path);
  if (found) return found;
  if (await PostgresKeyStore.isBegun(url)) {
    throw new KeyStoreDamaged(
      `${path} is missing, and KEY_STORE holds keys that were made under a master key: bring that one here 主密钥缺失，请将密钥库的主密钥放到此处`,
      'KEY_MASTER',
    );
  }
  await createMasterKey(path);
  return masterOf({ url, master }, own);
};
