import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { inMemory, piecesOf } from './bytes.js';
import { sha256Of } from './digest.js';
import { readKept } from './read-kept.js';
import { sealedFile, type Sealing } from './sealed-file.js';
import type { EvidenceStore, KeptFile } from './stores/evidence-store.js';

const joined = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

describe('a kept file that is read', () => {
  let plain: Buffer;
  let sealing: Sealing & { readonly address: string };
  let sealed: Buffer;
  let closes = 0;
  beforeEach(async () => {
    plain = randomBytes(200_001);
    const sha256 = await sha256Of(piecesOf(inMemory(plain)));
    const how = {
      id: 'evidence-6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a13',
      sha256,
      bytes: plain.length,
      key: randomBytes(32),
    } as const;
    sealed = await joined(sealedFile(inMemory(plain), how));
    sealing = { ...how, address: await sha256Of(piecesOf(inMemory(sealed))) };
    closes = 0;
  });
  const file = (): KeptFile => ({
    size: sealed.length,
    read: (from, end) => piecesOf(inMemory(sealed.subarray(from, end)), 50_000),
    close: () => {
      closes++;
      return Promise.resolve();
    },
  });
  const store = (): Pick<EvidenceStore, 'open'> => ({ open: () => Promise.resolve(file()) });
  const reading = () => readKept(store() as EvidenceStore, sealing, { from: 0, end: plain.length });

  it('is closed once all of it was given', async () => {
    const given = await joined(await reading());
    expect([given.equals(plain), closes]).toEqual([true, 1]);
  });

  it('is closed when whoever reads it goes away, in the middle or before the first piece', async () => {
    const half = (await reading())[Symbol.asyncIterator]();
    await half.next();
    await half.return?.();
    expect(closes).toBe(1);
    const stream = Readable.from(await reading()).destroy();
    await once(stream, 'close');
    expect(closes).toBe(2);
  });

  it('is closed when a piece of it turns out to be spoilt', async () => {
    const pieces = await reading();
    sealed[100_000] = (sealed[100_000] ?? 0) ^ 1;
    await expect(joined(pieces)).rejects.toMatchObject({ name: 'FileSpoilt' });
    expect(closes).toBe(1);
    await expect(reading()).rejects.toMatchObject({ name: 'FileSpoilt' });
    expect(closes).toBe(2);
  });
});
