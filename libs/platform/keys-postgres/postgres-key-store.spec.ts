import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Proxy } from '../../../test/faults/support/proxy.js';
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database.js';
import { query } from '../../../test/support/query.js';
import { keyStoreContract, type KeyPlace } from '../personal-data/key-store.contract.js';
import { PostgresKeyStore } from './postgres-key-store.js';

const aPlace = async (master: Buffer): Promise<KeyPlace> => {
  const database = await freshDatabase();
  return {
    open: () => PostgresKeyStore.open(database.ownerUrl, master),
    elsewhere: () => aPlace(master),
    close: () => database.drop(),
  };
};

keyStoreContract('PostgresKeyStore', () => aPlace(randomBytes(32)));

describe('keys in PostgreSQL', () => {
  let database: FreshDatabase;
  let proxy: Proxy;
  const master = randomBytes(32);
  const opened: PostgresKeyStore[] = [];
  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await Proxy.before(database.ownerUrl);
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await proxy.close();
    await database.drop();
  });
  const open = async (key = master) => {
    const store = await PostgresKeyStore.open(proxy.url(database.ownerUrl), key);
    opened.push(store);
    return store;
  };

  it('can be opened for the first time by several processes at once', async () => {
    const stores = await Promise.all([open(), open(), open(), open()]);
    const [first] = stores;
    const key = await first.keyFor('person-1');
    for (const store of stores) expect(await store.find(key.id)).toEqual(key);
  });

  it('are never in the database as they are, nor is the master key', async () => {
    const { key } = await (await open()).keyFor('person-1');
    const rows = JSON.stringify(
      await query(database.ownerUrl, 'SELECT * FROM sifang_keys.data_key, sifang_keys.store'),
    );
    for (const secret of [key, master]) {
      for (const form of ['hex', 'base64', 'base64url'] as const)
        expect(rows).not.toContain(secret.toString(form).slice(0, 30));
    }
  });

  it('are refused under another master key, before any is made under it', async () => {
    await open();
    await expect(open(randomBytes(32))).rejects.toMatchObject({ name: 'KeyStoreDamaged' });
  });

  it('leave nothing of a key that was erased, but whose it was and when', async () => {
    const store = await open();
    const { id } = await store.keyFor('person-1');
    const at = new Date('2022-03-31T12:00:00.000Z');
    await store.erase('person-1', at);
    expect(await query(database.ownerUrl, 'SELECT * FROM sifang_keys.data_key')).toEqual([
      { id, stream: 'person-1', wrapped: null, erased_at: at, is_first: true },
    ]);
  });

  it('are unavailable, not missing, while the database is away', async () => {
    const store = await open();
    const { id } = await store.keyFor('person-1');
    const other = await open();
    await proxy.close();
    await expect(other.find(id)).rejects.toMatchObject({ name: 'Unavailable' });
    await expect(other.keyFor('person-1')).rejects.toMatchObject({ name: 'Unavailable' });
    await expect(other.erase('person-1', new Date())).rejects.toMatchObject({ name: 'Unavailable' });
    other.check();
    proxy = await Proxy.before(database.ownerUrl);
  });
});
