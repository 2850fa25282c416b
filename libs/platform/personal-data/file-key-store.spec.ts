import { appendFile, cp, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { MemoryEventStore } from '#platform/event-store';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fillDisks } from '../../../test/support/full-disk.js';
import { anAppend, everything } from '../event-store/event-store.contract.js';
import { KeyStoreDamaged } from './errors.js';
import { FileKeyStore } from './file-key-store.js';
import { hashOf, KeyPlaces } from './key-places.js';
import { keyStoreContract, type KeyPlace } from './key-store.contract.js';
import { KEY_MISSING } from './personal-data.js';
import { PersonalDataCipher } from './personal-data-cipher.js';
import { locate } from './token.js';

const aStream = (n = 0): Id => `person-${String(n)}`;

const hashOfText = (text: string): number => hashOf(Buffer.from(text), 0, Buffer.byteLength(text));

/** Two streams of which the same number is remembered: found by trying. */
const ALIKE = ['person-17960b99-155c-4097-adb0-6d97bbda522d', 'person-2b9231a1-9db8-465e-9129-90be9e443329'] as const;

/** A folder for keys, with a master key that was there before when one is given. */
const aPlace = async (master?: string): Promise<KeyPlace> => {
  const folder = await mkdtemp(join(tmpdir(), 'sifang-keys-'));
  if (master !== undefined) await writeFile(join(folder, 'master-key'), master);
  return {
    open: () => FileKeyStore.open(folder),
    elsewhere: async () => aPlace(await readFile(join(folder, 'master-key'), 'utf8')),
    close: () => rm(folder, { recursive: true }),
  };
};

keyStoreContract('FileKeyStore', () => aPlace());

describe('keys in files', () => {
  const NOON = new Date('2022-03-31T12:00:00.000Z');
  let folder: string;
  let opened: FileKeyStore[] = [];
  const openStore = async () => {
    const store = await FileKeyStore.open(join(folder, 'keys'));
    opened.push(store);
    return store;
  };
  const dataKeys = () => join(folder, 'keys', 'data-keys');
  const masterKey = () => join(folder, 'keys', 'master-key');
  const lines = async () => (await readFile(dataKeys(), 'utf8')).split('\n').filter((line) => line !== '');

  /** As many keys as there are, and more, under another master key. */
  const strangeKeys = async (): Promise<string> => {
    const strange = await FileKeyStore.open(join(folder, 'strange'));
    for (let n = 0; n < 9; n++) await strange.keyFor(aStream(n));
    await strange.close();
    return readFile(join(folder, 'strange', 'data-keys'), 'utf8');
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sifang-keys-'));
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    opened = [];
    await rm(folder, { recursive: true });
  });

  it('are on disk before they are handed out', async () => {
    const { id } = await (await openStore()).keyFor(aStream());
    expect((await lines()).some((line) => line.startsWith(id))).toBe(true);
  });

  it('can be opened for the first time by several processes at once', async () => {
    const stores = await Promise.all([openStore(), openStore(), openStore(), openStore()]);
    const key = await stores[0].keyFor(aStream());
    for (const store of stores) expect(await store.find(key.id)).toEqual(key);
    expect((await readdir(join(folder, 'keys'))).sort()).toEqual(['data-keys', 'data-keys.extent', 'master-key']);
  });

  it('can be read by their owner only', async () => {
    await (await openStore()).keyFor(aStream());
    for (const file of [dataKeys(), masterKey()]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('are read from the file once, however many are asked for at once', async () => {
    const store = await openStore();
    const keys = await Promise.all(Array.from({ length: 20 }, (_, n) => store.keyFor(aStream(n))));
    const again = await openStore();
    const add = jest.spyOn(KeyPlaces.prototype, 'add');
    try {
      await Promise.all(keys.map(({ id }) => again.find(id)));
      expect(add).toHaveBeenCalledTimes(2 * keys.length);
    } finally {
      add.mockRestore();
    }
  });

  it('are all found in a file that is read in several pieces', async () => {
    const store = await openStore();
    const keys = await Promise.all(Array.from({ length: 9_000 }, (_, n) => store.keyFor(aStream(n))));
    expect((await stat(dataKeys())).size).toBeGreaterThan(1 << 20);
    const again = await openStore();
    const found = await Promise.all(keys.map(({ id }) => again.find(id)));
    expect(found).toEqual(keys);
  });

  it('are found behind so much that is no key', async () => {
    const store = await openStore();
    await appendFile(dataKeys(), 'x'.repeat(3 << 20));
    const key = await store.keyFor(aStream());
    expect(await (await openStore()).find(key.id)).toEqual(key);
  });

  it('are told apart where what is remembered of their streams is the same', async () => {
    const store = await openStore();
    const [one, two] = ALIKE;
    expect(hashOfText(one)).toBe(hashOfText(two));
    const keys = [await store.keyFor(one), await store.keyFor(two)];
    expect(keys[0]?.id).not.toBe(keys[1]?.id);
    const again = await openStore();
    expect([await again.keyFor(one), await again.keyFor(two)]).toEqual(keys);
  });

  it('are not shown as erased when the file is changed under a store that has read it', async () => {
    const { id } = await (await openStore()).keyFor(aStream());
    const store = await openStore();
    await store.keyFor(aStream(1));
    await truncate(dataKeys(), 80);
    await expect(store.find(id)).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
  });

  it('are damaged as long as one of them is found spoilt in the middle of their file', async () => {
    const made = await openStore();
    const [first, second] = [await made.keyFor(aStream(1)), await made.keyFor(aStream(2))];
    const store = await openStore();
    await store.find(first.id);
    const whole = await readFile(dataKeys(), 'utf8');
    await writeFile(dataKeys(), whole.replace(/.{9}\n$/, 'AAAAAAAAA\n'));
    await expect(store.find(second.id)).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
    expect(() => {
      store.check();
    }).toThrow('keys are missing');

    await writeFile(dataKeys(), whole);
    expect(await store.find(second.id)).toEqual(second);
    store.check();
  });

  it.each([1, 50, 100])('go on after a crash in the middle of a line (%p bytes short)', async (short) => {
    const store = await openStore();
    const kept = await store.keyFor(aStream(1));
    const torn = await store.keyFor(aStream(2));
    // The crash came before the length was remembered.
    await rm(`${dataKeys()}.extent`);
    await truncate(dataKeys(), (await stat(dataKeys())).size - 1 - short);

    const after = await openStore();
    expect(await (await openStore()).find(torn.id)).toBeUndefined();
    expect(await after.find(kept.id)).toEqual(kept);
    const next = await after.keyFor(aStream(2));
    expect(next.id).not.toBe(torn.id);
    expect(await (await openStore()).find(next.id)).toEqual(next);
  });

  it('are refused by name while the disk is full, and made once there is room', async () => {
    const store = await openStore();
    await store.keyFor(aStream(1));
    const makeRoom = await fillDisks();
    await expect(store.keyFor(aStream(2))).rejects.toMatchObject({ name: 'StorageFull' });
    expect(await store.keyFor(aStream(1))).toBeDefined();
    makeRoom();
    expect(await store.keyFor(aStream(2))).toBeDefined();
    store.check();
  });

  it('are not read before their line is whole', async () => {
    const [one, two] = [await openStore(), await openStore()];
    const key = await one.keyFor(aStream());
    const [line = ''] = await lines();
    await writeFile(dataKeys(), `\n${line.slice(0, 40)}`);
    expect(await two.find(key.id)).toBeUndefined();
    await appendFile(dataKeys(), `${line.slice(40)}\n`);
    expect(await two.find(key.id)).toEqual(key);
  });

  it('are not shown as erased when the master key is missing, or is another one', async () => {
    await (await openStore()).keyFor(aStream());
    await rm(masterKey());
    await expect(openStore()).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
    await writeFile(masterKey(), Buffer.alloc(32).toString('base64url'));
    await expect(openStore()).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
    await writeFile(masterKey(), 'short');
    await expect(openStore()).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
  });

  describe('that are erased', () => {
    it('leave nothing of the key in the file, but that it was erased and when', async () => {
      const store = await openStore();
      const { id } = await store.keyFor(aStream(1));
      await store.erase(aStream(1), NOON);
      expect(await lines()).toEqual([
        expect.stringMatching(new RegExp(`^${id} person-1 erased-2022-03-31T12-00-00-000Z-+$`)),
      ]);
      store.check();
    });

    it('leave it noticed that a master key is another one', async () => {
      const store = await openStore();
      for (const n of [1, 2]) await store.keyFor(aStream(n));
      await store.erase(aStream(1), NOON);
      await openStore();
      await writeFile(masterKey(), Buffer.alloc(32).toString('base64url'));
      await expect(openStore()).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
    });
  });

  it('are those of one store as long as the master key is the same, wherever they lie', async () => {
    const store = await openStore();
    await cp(join(folder, 'keys'), join(folder, 'copied'), { recursive: true });
    const [copied, other] = [
      await FileKeyStore.open(join(folder, 'copied')),
      await FileKeyStore.open(join(folder, 'other')),
    ];
    opened.push(copied, other);
    expect(store.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(copied.id).toBe(store.id);
    expect(other.id).not.toBe(store.id);
  });

  it.each([
    ['emptied', (path: string) => truncate(path)],
    ['torn', async (path: string) => truncate(path, (await stat(path)).size - 60)],
    ['gone', (path: string) => rm(path)],
    ['another one', async (path: string) => writeFile(path, await strangeKeys())],
    [
      'replaced by another one',
      async (path: string) => {
        await writeFile(`${path}.new`, await strangeKeys());
        await rename(`${path}.new`, path);
      },
    ],
  ])('refuse to seal anything more once their file is %s, while it is open and at the next start', async (_, harm) => {
    const store = await openStore();
    await store.keyFor(aStream(1));
    await store.keyFor(aStream(2));
    store.check();
    await harm(dataKeys());
    expect(() => {
      store.check();
    }).toThrow(KeyStoreDamaged);
    await expect(store.keyFor(aStream(3))).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
    await expect(openStore().then((next) => next.keyFor(aStream(3)))).rejects.toMatchObject({
      name: 'KeyStoreDamaged',
    });
  });

  it('keep plain text out of the log and out of the key files, and do not call it erased when they go', async () => {
    const log = new MemoryEventStore();
    const personal = new PersonalDataCipher(await openStore());
    const append = anAppend();
    const place = { stream: append.stream, eventId: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11' };
    const data = await personal.seal(place, [['name']], { name: 'canary 金丝雀' });
    await log.append({ ...append, events: [{ type: 'ThingNamed', schemaVersion: 1, data }] });
    const [stored] = await everything(log);
    const files = await Promise.all([readFile(dataKeys()), readFile(masterKey())]);
    for (const bytes of [JSON.stringify(stored?.data), stored?.entry.toString(), ...files.map(String)]) {
      expect(bytes).not.toMatch(/canary|金丝雀/);
    }
    const located = locate({ ...place, data });
    expect(await personal.open(located)).toEqual({ name: 'canary 金丝雀' });
    await truncate(dataKeys());
    const emptied = await openStore();
    expect(await new PersonalDataCipher(emptied).open(located)).toEqual({ name: KEY_MISSING });
    expect(() => {
      emptied.check();
    }).toThrow(/shorter|bytes and had/);
  });
});
