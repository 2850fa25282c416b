import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { EvidenceStore } from './evidence-store.js';
import { lookAtKept } from './keep.js';

interface Place {
  readonly open: () => Promise<EvidenceStore>;
  readonly folder: string;
}

/** What every store of evidence does. */
export const evidenceStoreContract = (place: () => Place): void => {
  const spooled = async (bytes: Buffer) => {
    const path = join(place().folder, `spool-${randomBytes(8).toString('hex')}`);
    await writeFile(path, bytes);
    return { address: createHash('sha256').update(bytes).digest('hex'), path };
  };
  const readAll = async (store: EvidenceStore, address: string, from = 0, end?: number) => {
    const file = await store.open(address);
    const pieces: Buffer[] = [];
    if (file) for await (const piece of file.read(from, end ?? file.size)) pieces.push(piece);
    await file?.close();
    return file && Buffer.concat(pieces);
  };

  it('keeps bytes under their digest, also for whoever opens it later', async () => {
    const bytes = randomBytes(300_000);
    const { address, path } = await spooled(bytes);
    await (await place().open()).put(address, path);
    const again = await place().open();
    expect((await readAll(again, address))?.equals(bytes)).toBe(true);
    expect((await readAll(again, address, 100_000, 100_010))?.equals(bytes.subarray(100_000, 100_010))).toBe(true);
    expect(await lookAtKept(again, address)).toBe('whole');
  });

  it('knows nothing of what was never put there', async () => {
    const store = await place().open();
    expect(await store.open('0'.repeat(64))).toBeUndefined();
    expect(await lookAtKept(store, '0'.repeat(64))).toBe('missing');
  });

  it('takes the same bytes twice, also at one moment', async () => {
    const bytes = randomBytes(100_000);
    const [one, two, three] = [await spooled(bytes), await spooled(bytes), await spooled(bytes)];
    const store = await place().open();
    await Promise.all([store.put(one.address, one.path), store.put(two.address, two.path)]);
    await store.put(three.address, three.path);
    expect(await lookAtKept(store, one.address)).toBe('whole');
  });

  it('deletes a file, and what is not there is deleted', async () => {
    const { address, path } = await spooled(Buffer.from('gone'));
    const store = await place().open();
    await store.put(address, path);
    await store.remove(address);
    await store.remove(address);
    expect(await lookAtKept(store, address)).toBe('missing');
  });
};
