import { randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { erasedAmong } from './erased-key.js';
import { erasedMark } from './key-lines.js';
import type { KeptKeys, WrappedKey } from './key-store.js';

/** Somewhere that keys can be kept, and opened again and again as by different processes. */
export interface KeyPlace {
  open(): Promise<KeptKeys>;
  /** An empty place with the same master key. */
  elsewhere(): Promise<KeyPlace>;
  close(): Promise<void>;
}

const aStream = (n = 0): Id => `person-${String(n)}`;
const NOON = new Date('2022-03-31T12:00:00.000Z');

/** What every key store promises. */
export const keyStoreContract = (name: string, aPlace: () => Promise<KeyPlace>): void => {
  describe(`${name} keeps keys as every key store does: they`, () => {
    let place: KeyPlace;
    let opened: KeptKeys[] = [];
    const places: KeyPlace[] = [];
    const elsewhere = async () => {
      const other = await place.elsewhere();
      places.push(other);
      return other;
    };
    const open = async () => {
      const store = await place.open();
      opened.push(store);
      return store;
    };
    beforeEach(async () => (place = await aPlace()));
    afterEach(async () => {
      for (const store of opened) await store.close();
      opened = [];
      for (const one of [...places.splice(0), place]) await one.close();
    });

    it('are the same after a restart, and so is what the store is known by', async () => {
      const store = await open();
      const key = await store.keyFor(aStream());
      const again = await open();
      expect(await again.keyFor(aStream())).toEqual(key);
      expect(await again.find(key.id)).toEqual(key);
      expect(key.key).toHaveLength(32);
      expect([again.id, again.secret('x')]).toEqual([store.id, store.secret('x')]);
      expect(again.secret('y')).not.toEqual(store.secret('x'));
      expect(store.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    });

    it('are one for each stream, however many ask at once', async () => {
      const store = await open();
      const keys = await Promise.all(Array.from({ length: 60 }, (_, n) => store.keyFor(aStream(n % 20))));
      expect(new Set(keys.map(({ id }) => id)).size).toBe(20);
    });

    it('made by another process are found', async () => {
      const [one, two] = [await open(), await open()];
      const key = await one.keyFor(aStream());
      expect(await two.find(key.id)).toEqual(key);
      expect(await two.keyFor(aStream())).toEqual(key);
    });

    it('can be made by several processes at once, and none is lost', async () => {
      const stores = [await open(), await open(), await open()];
      const keys = await Promise.all(
        stores.flatMap((store) => Array.from({ length: 20 }, (_, n) => store.keyFor(aStream(n)))),
      );
      const later = await open();
      for (const key of keys) expect(await later.find(key.id)).toEqual(key);
    });

    it('are missing when they were never made, and nothing more is sealed then', async () => {
      const store = await open();
      await store.keyFor(aStream(1));
      expect(await store.find(randomUUID())).toBeUndefined();
      expect(() => {
        store.check();
      }).toThrow('keys are missing');
      await expect(store.keyFor(aStream(2))).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
    });

    it('stand on record once they are erased, and stay so when their stream goes on under another one', async () => {
      const store = await open();
      const [gone, kept] = [await store.keyFor(aStream(1)), await store.keyFor(aStream(2))];
      await store.erase(aStream(1), NOON);
      const next = await store.keyFor(aStream(1));
      for (const one of [store, await open()]) {
        expect(await one.find(gone.id)).toBe('erased');
        expect(await one.find(kept.id)).toEqual(kept);
        expect(await one.find(next.id)).toEqual(next);
        one.check();
      }
    });

    it('can be carried to another place, as they are and as often as wanted, and are erased there when they were erased here', async () => {
      const from = await open();
      const [kept, gone] = [await from.keyFor(aStream(1)), await from.keyFor(aStream(2))];
      await from.erase(aStream(2), NOON);
      const next = await from.keyFor(aStream(2));
      const first: WrappedKey[] = [];
      for await (const keys of from.everyKey()) first.push(...keys);
      expect(first.map(({ id }) => id).sort()).toEqual([kept.id, gone.id, next.id].sort());
      expect(first.find(({ id }) => id === gone.id)?.wrapped).toBe(erasedMark(NOON));

      expect((await from.keptOf([aStream(2), aStream(3)])).map(({ id }) => id).sort()).toEqual(
        [gone.id, next.id].sort(),
      );
      expect(erasedAmong(await from.keptOf([aStream(1), aStream(2)]))).toEqual([
        { id: gone.id, stream: aStream(2), at: NOON },
      ]);

      const to = await (await elsewhere()).open();
      opened.push(to);
      await to.takeOver(first);
      await to.takeOver(first);
      for (const [id, found] of [
        [kept.id, kept],
        [gone.id, 'erased'],
        [next.id, next],
      ] as const) {
        expect(await to.find(id)).toEqual(found);
      }
      expect([await to.keyFor(aStream(1)), await to.keyFor(aStream(2))]).toEqual([kept, next]);

      await from.erase(aStream(1), NOON);
      for await (const keys of from.everyKey()) await to.takeOver(keys);
      expect(await to.find(kept.id)).toBe('erased');
      expect(await to.find(next.id)).toEqual(next);
    });

    it('open nothing five seconds after they were erased, in other processes neither', async () => {
      const [one, other] = [await open(), await open()];
      const key = await one.keyFor(aStream(1));
      expect(await other.find(key.id)).toEqual(key);
      await one.erase(aStream(1), NOON);
      const later = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
      try {
        expect(await other.find(key.id)).toBe('erased');
        expect((await other.keyFor(aStream(1))).id).not.toBe(key.id);
      } finally {
        later.mockRestore();
      }
    });
  });
};
