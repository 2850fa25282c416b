import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CryptoKey, JWK } from 'jose';
import { exportJWK } from 'jose/key/export';
import { generateKeyPair } from 'jose/key/generate/keypair';
import { importJWK } from 'jose/key/import';

export const ALGORITHM = 'EdDSA';

export interface KeyPair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const key = async (jwk: JWK): Promise<CryptoKey> => {
  const imported = await importJWK(jwk, ALGORITHM);
  if (imported instanceof Uint8Array) throw new Error('the development key is not an asymmetric key');
  return imported;
};

const read = async (file: string): Promise<KeyPair> => {
  const { d, ...shared } = JSON.parse(await readFile(file, 'utf8')) as JWK;
  if (!d) throw new Error(`${file} holds no private key; remove it, and a new one is made at the next start`);
  return { privateKey: await key({ ...shared, d }), publicKey: await key(shared) };
};

const failedWith = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** Appears whole or not at all, and never over a key that another process has just made. */
const create = async (file: string): Promise<void> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!failedWith(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
};

/** The key pair that signs development tokens, made on first use in `keys-dev` below the data folder, for its owner only. */
export const developmentKeys = async (dataDirectory: string): Promise<KeyPair> => {
  const folder = join(dataDirectory, 'keys-dev');
  const file = join(folder, 'identity.json');
  try {
    return await read(file);
  } catch (error) {
    if (!failedWith(error, 'ENOENT')) throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await create(file);
  return read(file);
};
