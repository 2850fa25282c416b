import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DirectoryStore } from './directory-store.js';
import { evidenceStoreContract } from './evidence-store.contract.js';
import { lookAtKept } from './keep.js';

describe('evidence in a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sifang-evidence-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const files = () => join(folder, 'files');
  const put = async (store: DirectoryStore, bytes: Buffer) => {
    const address = createHash('sha256').update(bytes).digest('hex');
    const path = join(folder, `spool-${randomBytes(4).toString('hex')}`);
    await writeFile(path, bytes);
    await store.put(address, path);
    return { address, path: join(files(), address.slice(0, 2), address) };
  };

  evidenceStoreContract(() => ({ open: () => DirectoryStore.open(files()), folder }));

  it('can be read only, and by nobody else', async () => {
    const { path } = await put(await DirectoryStore.open(files()), Buffer.from('photo'));
    expect((await stat(path)).mode & 0o777).toBe(0o400);
    expect((await stat(files())).mode & 0o777).toBe(0o700);
  });

  it('that is spoilt is found, set aside, and whole again when the same is put there', async () => {
    const store = await DirectoryStore.open(files());
    const { address, path } = await put(store, Buffer.from('photo'));
    await chmod(path, 0o600);
    await writeFile(path, 'phot0');
    expect(await lookAtKept(store, address)).toBe('altered');
    await put(store, Buffer.from('photo'));
    expect(await lookAtKept(store, address)).toBe('whole');
    await store.setAside(address);
    expect(await lookAtKept(store, address)).toBe('missing');
    expect(await readdir(join(files(), 'set-aside'))).toHaveLength(1);
  });

  it('has no name that leads elsewhere', async () => {
    const store = await DirectoryStore.open(files());
    for (const name of ['../../etc/passwd', 'a'.repeat(63), 'A'.repeat(64), ''])
      await expect(store.open(name)).rejects.toThrow('a file is kept under a digest');
  });
});
