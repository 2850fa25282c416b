import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAtKept, StoreFull, StoreUnavailable } from '#platform/evidence-files';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { S3_KEYS, S3Peer } from '../../../test/support/s3-peer.js';
import { evidenceStoreContract } from '../evidence-files/stores/evidence-store.contract.js';
import { S3Store } from './s3-store.js';

describe('evidence in an S3-compatible store', () => {
  let folder: string;
  let peer: S3Peer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sifang-evidence-'));
    peer = await S3Peer.listen();
  });
  afterEach(async () => {
    await peer.close();
    await rm(folder, { recursive: true });
  });

  const store = (settings = {}) =>
    new S3Store({ ...S3_KEYS, endpoint: peer.endpoint, bucket: peer.bucket, prefix: 'sifang', ...settings });
  const spooled = async (bytes: Buffer) => {
    const path = join(folder, `spool-${randomBytes(4).toString('hex')}`);
    await writeFile(path, bytes);
    return { path, address: createHash('sha256').update(bytes).digest('hex') };
  };
  const put = async (bytes: Buffer, into = store()) => {
    const { path, address } = await spooled(bytes);
    await into.put(address, path);
    return { address, key: `sifang/${address.slice(0, 2)}/${address}` };
  };

  evidenceStoreContract(() => ({ open: () => Promise.resolve(store()), folder }));

  it('is written once: what is there is not sent again, and nothing is left on this machine', async () => {
    await put(Buffer.from('photo'));
    peer.requests.length = 0;
    const { key } = await put(Buffer.from('photo'));
    expect(peer.requests.filter((one) => one.startsWith('PUT'))).toEqual([]);
    expect([...peer.objects.keys()]).toEqual([key]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that is spoilt is found, set aside, and whole again when the same is put there', async () => {
    const { address, key } = await put(Buffer.from('photo'));
    peer.objects.set(key, Buffer.from('phot0'));
    expect(await lookAtKept(store(), address)).toBe('altered');
    await put(Buffer.from('photo'));
    expect(await lookAtKept(store(), address)).toBe('whole');
    await store().setAside(address);
    await store().setAside(address);
    expect(await lookAtKept(store(), address)).toBe('missing');
    expect([...peer.objects.keys()].filter((one) => one.startsWith('sifang/set-aside/'))).toHaveLength(1);
  });

  it('that arrives otherwise is refused by the store itself', async () => {
    const { path } = await spooled(Buffer.from('photo'));
    const other = createHash('sha256').update('other').digest('hex');
    await expect(store().put(other, path)).rejects.toThrow(StoreUnavailable);
    expect(peer.objects.size).toBe(0);
  });

  it.each(['busy', 'forbidden'] as const)(
    'of a store that is %s, nothing is said: neither there nor gone',
    async (fault) => {
      const { address } = await put(Buffer.from('photo'));
      peer.fault = fault;
      const { path } = await spooled(Buffer.from('other'));
      await expect(store().open(address)).rejects.toThrow(StoreUnavailable);
      await expect(lookAtKept(store(), address)).rejects.toThrow(StoreUnavailable);
      await expect(store().remove(address)).rejects.toThrow(StoreUnavailable);
      await expect(store().setAside(address)).rejects.toThrow(StoreUnavailable);
      await expect(store().put(address, path)).rejects.toThrow(StoreUnavailable);
      expect(await readdir(folder)).toHaveLength(1);
    },
  );

  it('that is cut off while it is read is not known, rather than altered', async () => {
    const { address } = await put(randomBytes(100_000));
    peer.fault = 'cut';
    await expect(lookAtKept(store(), address)).rejects.toThrow(StoreUnavailable);
  });

  it('for which there is no room leaves the file where it was', async () => {
    peer.fault = 'full';
    await expect(put(Buffer.from('photo'))).rejects.toThrow(StoreFull);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is not there for whoever has another key, another bucket, or no network', async () => {
    const { address } = await put(Buffer.from('photo'));
    for (const wrong of [{ secret: 'other' }, { endpoint: 'http://127.0.0.1:1' }])
      await expect(store(wrong).open(address)).rejects.toThrow(StoreUnavailable);
    await expect(put(Buffer.from('photo'), store({ bucket: 'other' }))).rejects.toThrow(StoreUnavailable);
  });

  it('has no name that leads elsewhere', async () => {
    for (const name of ['../other', 'a'.repeat(63), 'A'.repeat(64), ''])
      await expect(store().open(name)).rejects.toThrow('a file is kept under a digest');
  });
});
