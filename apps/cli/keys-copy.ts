import { join, resolve } from 'node:path';
import { PostgresKeyStore } from '#platform/keys-postgres';
import { createMasterKey, FileKeyStore, KeyStoreDamaged, readMasterKey, type KeptKeys } from '#platform/personal-data';
import { login } from '#platform/postgres';
import { readConfig } from '../api/config.js';
import { masterOf } from '../api/keys/open-keys.js';
import { Failed } from './failed.js';

const isUrl = (where: string) => /^postgres(ql)?:\/\//.test(where);
const masterIn = (folder: string) => join(resolve(folder), 'master-key');

/** Carries every key from one place to another, and says how many that were. Both are sealed under one master key, or nothing is carried. */
export const keysCopy = async (
  from: string,
  to: string,
): Promise<{ readonly keys: number; readonly store: string }> => {
  const master = await masterFor(from, to);
  const source = await open(from, master);
  try {
    const target = await open(to, master);
    try {
      return { keys: await carry(source, target), store: target.id };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

const carry = async (source: KeptKeys, target: KeptKeys): Promise<number> => {
  if (source.id !== target.id) {
    throw new Failed(
      'the two places have different master keys: bring the one of the source to the target 两处主密钥不同，请将源主密钥放到目标处',
    );
  }
  let carried = 0;
  for await (const keys of source.everyKey()) {
    await target.takeOver(keys);
    carried += keys.length;
  }
  return carried;
};

/** The master key of the source: it lies with keys in a folder; for keys in PostgreSQL it is the one that the configuration names. */
const masterFor = async (from: string, to: string): Promise<Buffer> => {
  for (const folder of [from, to].filter((where) => !isUrl(where))) {
    const found = await readMasterKey(masterIn(folder));
    if (found) return found;
    if (folder === from) throw new Failed(`${folder} holds no keys 目录中没有密钥`);
  }
  const { keyStore, dataDir } = readConfig(process.env);
  return masterOf({ url: from, master: keyStore?.master }, masterIn(join(dataDir, 'keys')));
};

const open = async (where: string, master: Buffer): Promise<KeptKeys> => {
  try {
    if (isUrl(where)) {
      await login('--from / --to', where);
      return await PostgresKeyStore.open(where, master);
    }
    await createMasterKey(masterIn(where), master);
    return await FileKeyStore.open(resolve(where));
  } catch (error) {
    throw error instanceof KeyStoreDamaged ? new Failed(error.message) : error;
  }
};
