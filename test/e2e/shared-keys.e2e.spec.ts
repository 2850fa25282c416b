import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PostgresKeyStore } from '#platform/keys-postgres';
import { ERASED, readMasterKey } from '#platform/personal-data';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { LOOPBACK } from '../../apps/api/network/network.js';
import { Proxy } from '../faults/support/proxy.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { query } from '../support/query.js';
import { RunningApi } from '../support/running-api.js';
import { soon } from '../support/soon.js';

/** Two API processes that share a log and a key store, and no folder. */
describe('keys that two machines share', () => {
  let keys: FreshDatabase;
  let proxy: Proxy;
  let one: RunningApi;
  let other: RunningApi;
  beforeAll(async () => {
    keys = await freshDatabase();
    proxy = await Proxy.before(keys.ownerUrl);
    const url = proxy.url(keys.ownerUrl);
    one = await RunningApi.start(undefined, LOOPBACK, { keyStore: { url, master: undefined } });
    const master = join(one.folder, 'keys', 'master-key');
    other = await RunningApi.start(undefined, LOOPBACK, { keyStore: { url, master }, beside: one });
    expect((await one.load(founding)).failed).toEqual([]);
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
    await proxy.close();
    await keys.drop();
  });

  const register = async (api: RunningApi, name: string) => {
    const id = `person-${randomUUID()}`;
    expect(await api.tell('admin', 'registerPerson', { id, name, occurredAt: undefined })).toMatchObject({ id });
    return id;
  };
  const nameOf = async (api: RunningApi, id: string) => {
    const { data, errors } = await api.ask('admin', 'query ($id: ID!) { person(id: $id) { id name } }', { id });
    return errors[0]?.extensions['code'] ?? (data?.['person'] as { name: string } | null)?.name;
  };

  it('read and write what the other one sealed', async () => {
    const [first, second] = [await register(one, 'Invented One'), await register(other, 'Invented Two')];
    await soon(async () => {
      expect(await Promise.all([nameOf(other, first), nameOf(one, second)])).toEqual(['Invented One', 'Invented Two']);
    });
    expect(await query(one.databaseUrls.ownerUrl, 'SELECT count(*)::int AS n FROM log.key_store')).toEqual([{ n: 1 }]);
  });

  it('are erased for both within five seconds, and shown as erased', async () => {
    const id = await register(one, 'Invented Three');
    await soon(async () => expect(await nameOf(other, id)).toBe('Invented Three'));
    const master = await readMasterKey(join(one.folder, 'keys', 'master-key'));
    const store = await PostgresKeyStore.open(keys.ownerUrl, master ?? Buffer.alloc(0));
    await store.erase(`person-${id.slice('person-'.length)}`, new Date());
    await store.close();
    await soon(async () => expect([await nameOf(one, id), await nameOf(other, id)]).toEqual([ERASED, ERASED]));
  });

  it('may be away: what is not sealed is shown, what is sealed is unavailable, and nothing is half written', async () => {
    const id = await register(one, 'Invented Four');
    await soon(async () => expect(await nameOf(other, id)).toBe('Invented Four'));
    await other.restart();
    const head = () => query(one.databaseUrls.ownerUrl, 'SELECT max(position)::text AS head FROM log.event');
    const before = await head();
    await proxy.close();

    const { data, errors } = await other.ask('admin', '{ organisations(first: 5) { edges { node { name } } } }');
    expect([errors, JSON.stringify(data)]).toEqual([[], expect.stringContaining('name')]);
    // A key that was used a moment ago is remembered for a moment.
    await soon(async () => expect(await nameOf(other, id)).toBe('UNAVAILABLE'));
    const asked = { id: `person-${randomUUID()}`, name: 'Invented Five', occurredAt: undefined };
    await expect(other.tell('admin', 'registerPerson', asked)).rejects.toThrow('UNAVAILABLE');
    expect(await head()).toEqual(before);
  });
});
