import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inMemory, piecesOf } from './bytes.js';
import { keepUpload } from './keep-upload.js';
import { readKept } from './read-kept.js';
import { Staging, UploadElsewhere } from './staging.js';
import { DirectoryStore } from './stores/directory-store.js';
import { tinyPng } from './testing/tiny-files.js';

describe('an upload on its way', () => {
  let folder: string;
  const keys = new Map<string, Buffer>();
  const keyOf = (uuid: string) => {
    const key = keys.get(uuid) ?? randomBytes(32);
    keys.set(uuid, key);
    return Promise.resolve(key);
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sifang-staging-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = () => Staging.open<{ name: string }>(join(folder, 'uploads'), keyOf);
  const store = () => DirectoryStore.open(join(folder, 'files'));
  const said = (size: number) => ({ size, begunAt: '2022-04-01T00:00:00.000Z', about: { name: '张三.png' } });
  const sent = (bytes: Buffer, piece = 1_000) => piecesOf(inMemory(bytes), piece);
  const came = (staging: Staging<unknown>, uuid: string) =>
    staging.reading(uuid, async (bytes) => Buffer.from(await bytes.read(0, bytes.size)));
  const keep = async (staging: Staging<unknown>, uuid: string) => {
    const identity = { id: `evidence-${uuid}`, key: await keyOf(uuid) };
    return { identity, kept: await keepUpload({ staging, store: await store() }, uuid, identity) };
  };

  it.each([0, 1, 15, 16, 17, 33_333])('goes on after %p bytes where it was cut, also after a restart', async (cut) => {
    const bytes = randomBytes(50_001);
    const uuid = randomUUID();
    const before = await open();
    await before.begin(uuid, said(bytes.length));
    await before.append(uuid, 0, sent(bytes.subarray(0, cut)));

    const after = await open();
    expect(await after.find(uuid)).toEqual({ uuid, offset: cut, ...said(bytes.length) });
    expect(await after.append(uuid, cut, sent(bytes.subarray(cut)))).toBe(bytes.length);
    expect((await came(after, uuid)).equals(bytes)).toBe(true);
    expect((await after.reading(uuid, (all) => all.read(17, 100))).equals(bytes.subarray(17, 117))).toBe(true);
  });

  it('keeps what came before it broke off', async () => {
    const bytes = randomBytes(10_000);
    const uuid = randomUUID();
    const staging = await open();
    await staging.begin(uuid, said(bytes.length));
    const broken = async function* () {
      yield* sent(bytes.subarray(0, 5_000));
      throw new Error('cut');
    };
    await expect(staging.append(uuid, 0, broken())).rejects.toThrow('cut');
    expect(await staging.find(uuid)).toMatchObject({ offset: 5_000 });
    await expect(staging.append(uuid, 0, sent(bytes))).rejects.toThrow(UploadElsewhere);
  });

  it('says nothing of its content or its name to those who read the disk', async () => {
    const uuid = randomUUID();
    const staging = await open();
    await staging.begin(uuid, said(100));
    await staging.append(uuid, 0, sent(Buffer.from('canary 金丝雀')));
    for (const name of await readdir(join(folder, 'uploads'))) {
      expect(await readFile(join(folder, 'uploads', name), 'latin1')).not.toMatch(/canary|å¼ /);
    }
  });

  it('is known under no name but one of ours', async () => {
    const staging = await open();
    expect(await staging.find('../../etc/passwd')).toBeUndefined();
    expect(await staging.find(randomUUID())).toBeUndefined();
    await expect(staging.begin('../x', said(1))).rejects.toThrow('a name of ours');
  });

  it('is kept once it is whole: sealed, under the same address however often that is tried, and read back', async () => {
    const png = tinyPng({ text: 'canary 金丝雀'.repeat(20_000) });
    const uuid = randomUUID();
    const staging = await open();
    await staging.begin(uuid, said(png.length));
    await staging.append(uuid, 0, sent(png));
    const { kept, identity } = await keep(staging, uuid);
    const sha256 = createHash('sha256').update(png).digest('hex');
    expect(kept).toMatchObject({ mediaType: 'image/png', sha256, bytes: png.length });
    expect((await keep(await open(), uuid)).kept).toEqual(kept);
    if ('fault' in kept) throw new Error('it was not kept');
    const path = join(folder, 'files', kept.address.slice(0, 2), kept.address);
    expect((await readFile(path)).includes('canary')).toBe(false);

    const read = async () => {
      const pieces: Buffer[] = [];
      const range = { from: 0, end: kept.bytes };
      for await (const piece of await readKept(await store(), { ...identity, ...kept }, range)) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    expect((await read()).equals(png)).toBe(true);
    await rm(path);
    await expect(read()).rejects.toMatchObject({ name: 'FileSpoilt' });
    await writeFile(path, randomBytes(png.length));
    await expect(read()).rejects.toMatchObject({ name: 'FileSpoilt' });
  });

  it('is not kept when it is nothing that evidence can be, and gone once it has ended', async () => {
    const uuid = randomUUID();
    const staging = await open();
    await staging.begin(uuid, said(9));
    await staging.append(uuid, 0, sent(Buffer.from('<script/>')));
    expect((await keep(staging, uuid)).kept).toEqual({ fault: 'FILE_TYPE_UNKNOWN' });
    expect(await staging.all()).toHaveLength(1);
    await staging.end(uuid);
    expect(await staging.all()).toEqual([]);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  });

  it('is not there when its beginning was torn by a power cut', async () => {
    const uuid = randomUUID();
    const staging = await open();
    await staging.begin(uuid, said(9));
    await truncate(join(folder, 'uploads', `${uuid}.about`), 5);
    expect(await staging.find(uuid)).toBeUndefined();
  });

  it('leaves nothing behind of which nobody knows whose it is, and begins nothing by writing to it', async () => {
    const [uuid, other] = [randomUUID(), randomUUID()];
    const staging = await open();
    await staging.begin(uuid, said(3));
    await writeFile(join(folder, 'uploads', `${other}.bytes`), 'left');
    const after = await open();
    await expect(after.append(other, 0, sent(Buffer.from('abc')))).rejects.toThrow(UploadElsewhere);
    expect((await readdir(join(folder, 'uploads'))).sort()).toEqual([`${uuid}.about`, `${uuid}.bytes`]);
  });
});
