import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KEY_BYTES } from './cipher.js';
import { KeyStoreDamaged } from './errors.js';

/** The master key in a file, or undefined when there is none. Throws KeyStoreDamaged when the file holds no key. */
export const readMasterKey = async (path: string): Promise<Buffer | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  return text === undefined ? undefined : masterKeyIn(text, path);
};

/** The master key in a text that was read from somewhere. Throws KeyStoreDamaged when it holds none. */
export const masterKeyIn = (text: string, from: string): Buffer => {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== KEY_BYTES)
    throw new KeyStoreDamaged(`${from} does not hold a key: bring its backup back 主密钥文件无效，请恢复备份`);
  return key;
};

/**
 * Keeps a master key, a new one or the one that is given, where only this user can read it, whole or not at all; when several processes
 * try, one of them does it, and what is there already stays.
 */
export const createMasterKey = async (path: string, key: Buffer = randomBytes(KEY_BYTES)): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = join(dirname(path), `.${randomUUID()}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${key.toString('base64url')}\n`);
    await file.sync();
    await link(draft, path);
    await syncFolder(dirname(path));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
};

/** Makes new names in a folder survive a power cut. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return; // its folders cannot be opened, and need not be
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
