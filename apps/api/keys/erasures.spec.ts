import { FileKeyStore, KEY_ERASED, type ErasedKey } from '#platform/personal-data';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { eraseAgain, recordAll } from './erasures.js';
import { onRecord } from './on-record.js';

const NOON = new Date('2022-03-31T12:00:00.000Z');

describe('what is on record of erasures', () => {
  let folder: string;
  let store: FileKeyStore;
  let kept: ErasedKey[];
  const erasures = {
    find: () => Promise.resolve(kept),
    record: (keys: readonly ErasedKey[]) => {
      kept.push(...keys.filter(({ id }) => !kept.some((one) => one.id === id)));
      return Promise.resolve();
    },
  };
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await FileKeyStore.open(folder);
    kept = [];
  });
  afterEach(async () => {
    await store.close();
    removeFolder(folder);
  });

  it('stands there before a key goes: an erasure that broke off is done at the next start', async () => {
    const { id } = await store.keyFor('person-1');
    const dying: FileKeyStore['erase'] = () => Promise.reject(new Error('killed'));
    const keys = onRecord(Object.assign(await FileKeyStore.open(folder), { erase: dying }), erasures);
    await expect(keys.erase('person-1', NOON)).rejects.toThrow('killed');
    await keys.close();
    expect(kept).toEqual([{ id, stream: 'person-1', at: NOON }]);

    expect(await eraseAgain(store, erasures)).toBe(1);
    expect(await store.find(id)).toBe(KEY_ERASED);
    expect(await eraseAgain(store, erasures)).toBe(0);
  });

  it('touches no key that its stream was given since, nor any other', async () => {
    const keys = onRecord(store, erasures);
    const [gone, other] = [await keys.keyFor('person-1'), await keys.keyFor('person-2')];
    await keys.erase('person-1', NOON);
    const next = await keys.keyFor('person-1');
    expect(await eraseAgain(store, erasures)).toBe(0);
    expect([await keys.find(gone.id), await keys.find(next.id), await keys.find(other.id)]).toEqual([
      ...[KEY_ERASED, next, other],
    ]);
  });

  it('takes over what a store says that is new to its log', async () => {
    const { id } = await store.keyFor('person-1');
    await store.keyFor('person-2');
    await store.erase('person-1', NOON);
    await recordAll(store, erasures);
    expect(kept).toEqual([{ id, stream: 'person-1', at: NOON }]);
  });
});
