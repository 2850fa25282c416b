import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { inMemory, piecesOf } from './bytes.js';
import { sha256Of } from './digest.js';
import { openedFile, sealedFile, sealedSize, type Sealing } from './sealed-file.js';

const CHUNK = 64 * 1024;
const SEALED_CHUNK = CHUNK + 16;

const joined = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

const someFile = async (bytes: number) => {
  const plain = randomBytes(bytes);
  const sealing: Sealing = {
    id: 'evidence-6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a13',
    sha256: await sha256Of(piecesOf(inMemory(plain))),
    bytes,
    key: randomBytes(32),
  };
  return { plain, sealing, sealed: await joined(sealedFile(inMemory(plain), sealing)) };
};

const read = (sealed: Buffer, sealing: Sealing, from = 0, end = sealing.bytes) =>
  joined(openedFile((start, stop) => piecesOf(inMemory(sealed.subarray(start, stop)), 50_000), sealing, { from, end }));

describe('a sealed file', () => {
  it.each([1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_001])('of %p bytes is what it was', async (bytes) => {
    const { plain, sealing, sealed } = await someFile(bytes);
    expect(sealed).toHaveLength(sealedSize(bytes));
    expect((await read(sealed, sealing)).equals(plain)).toBe(true);
  });

  it.each([
    [0, 1],
    [CHUNK - 1, CHUNK + 1],
    [CHUNK, 2 * CHUNK],
    [150_000, 200_001],
    [200_000, 200_001],
  ])('can be read in part, from %p to %p', async (from, end) => {
    const { plain, sealing, sealed } = await someFile(200_001);
    expect((await read(sealed, sealing, from, end)).equals(plain.subarray(from, end))).toBe(true);
  });

  it('says nothing of its content, and is the same when it is sealed again', async () => {
    const plain = Buffer.from('canary 金丝雀'.repeat(10_000));
    const sha256 = await sha256Of(piecesOf(inMemory(plain)));
    const sealing = { id: 'evidence-1', sha256, bytes: plain.length, key: randomBytes(32) };
    const once = await joined(sealedFile(inMemory(plain), sealing));
    expect(once.includes('canary')).toBe(false);
    expect(once.equals(await joined(sealedFile(inMemory(plain), sealing)))).toBe(true);
    const other = await joined(sealedFile(inMemory(plain), { ...sealing, id: 'evidence-2' }));
    expect(once.equals(other)).toBe(false);
  });

  const harms: readonly [string, (sealed: Buffer) => Buffer][] = [
    ['one bit is turned', (sealed) => Buffer.from(sealed.with(70_000, (sealed[70_000] ?? 0) ^ 1))],
    ['its end is cut off', (sealed) => sealed.subarray(0, -1)],
    ['its last piece is cut off', (sealed) => sealed.subarray(0, 2 * SEALED_CHUNK)],
    ['all of it is gone', () => Buffer.alloc(0)],
    [
      'two pieces change places',
      (sealed) =>
        Buffer.concat([
          sealed.subarray(SEALED_CHUNK, 2 * SEALED_CHUNK),
          sealed.subarray(0, SEALED_CHUNK),
          sealed.subarray(2 * SEALED_CHUNK),
        ]),
    ],
  ];
  it.each(harms)('is not read when %s', async (_, harm) => {
    const { sealing, sealed } = await someFile(2 * CHUNK + 10);
    await expect(read(harm(sealed), sealing)).rejects.toMatchObject({ name: 'FileSpoilt' });
  });

  it('does not open with another key, as another file or as other evidence', async () => {
    const { sealing, sealed } = await someFile(100);
    for (const other of [{ key: randomBytes(32) }, { sha256: 'a'.repeat(64) }, { id: 'evidence-2' }])
      await expect(read(sealed, { ...sealing, ...other })).rejects.toMatchObject({ name: 'FileSpoilt' });
  });
});
