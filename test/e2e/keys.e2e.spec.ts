import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { ERASED, FileKeyStore } from '#platform/personal-data';
import { ErasedKeysOfLog, PostgresEventStore } from '#platform/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { openOwnKeys } from '../../apps/api/keys/open-own-keys.js';
import { verifyKeys } from '../../apps/cli/keys-verify.js';
import { fillDisks } from '../support/full-disk.js';
import { query } from '../support/query.js';
import { RunningApi } from '../support/running-api.js';
import { soon } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

/** The keys of personal data beside the log that they belong to, over a whole server. */
describe('the keys of a log', () => {
  let api: RunningApi;
  const copy = temporaryFolder();
  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(founding)).failed).toEqual([]);
  });
  afterAll(async () => {
    await api.stop();
    removeFolder(copy);
  });
  const keys = () => join(api.folder, 'keys');
  const restartWith = (change: () => void) =>
    api.restart(async () => {
      await Promise.resolve();
      change();
    });
  const names = async () => {
    const { data } = await api.ask('admin', '{ persons(first: 3) { edges { node { name } } } }');
    return JSON.stringify(data);
  };

  it('are known to the database', async () => {
    const rows = await query(api.databaseUrls.ownerUrl, 'SELECT log, store FROM log.key_store');
    expect(rows).toEqual([{ log: expect.any(String), store: expect.any(String) }]);
  });

  it('that find no room on the disk are refused by name, with what they were for, and made once there is some', async () => {
    const asked = { id: `person-${randomUUID()}`, name: 'Invented Person', occurredAt: undefined };
    const head = () => query(api.databaseUrls.ownerUrl, 'SELECT max(position)::text AS head FROM log.event');
    const before = await head();
    const makeRoom = await fillDisks();
    await expect(api.tell('admin', 'registerPerson', asked)).rejects.toThrow('STORAGE_FULL');
    makeRoom();
    expect(await head()).toEqual(before);
    expect(await api.tell('admin', 'registerPerson', asked)).toMatchObject({ id: asked.id });
  });

  it('that were erased stay so where an older copy of them is brought back', async () => {
    const { applicationUrl } = api.databaseUrls;
    const first = async () => {
      const { data } = await api.ask('admin', '{ persons(first: 1) { edges { node { id name } } } }');
      return (data?.['persons'] as { edges: readonly { node: { id: Id; name: string } }[] }).edges[0]?.node;
    };
    const person = await first();
    if (!person) throw new Error('nobody was founded');
    cpSync(keys(), copy, { recursive: true });
    const events = new PostgresEventStore(applicationUrl);
    const own = await openOwnKeys({ dataDir: api.folder, keyStore: undefined, applicationUrl }, events);
    await own.erase(person.id, new Date());
    await own.close();
    await soon(async () => expect(await first()).toEqual({ id: person.id, name: ERASED }));

    await api.restart(async () => {
      cpSync(copy, keys(), { recursive: true, force: true });
      const restored = await FileKeyStore.open(keys());
      const erased = await new ErasedKeysOfLog(applicationUrl).find(await events.identity());
      expect((await verifyKeys(events, restored, erased)).wrong).toEqual([
        expect.objectContaining({ is: expect.stringMatching(/^back after its erasure/), stream: person.id }),
      ]);
      await restored.close();
    });
    await events.close();
    expect(await first()).toEqual({ id: person.id, name: ERASED });
    removeFolder(copy);
  });

  it('that are not there keep the server from starting, in one line, and nothing is shown as erased', async () => {
    const before = await names();
    cpSync(keys(), copy, { recursive: true });
    const starting = restartWith(() => {
      rmSync(keys(), { recursive: true });
    });
    await expect(starting).rejects.toThrow(
      /^the keys in [^\n]+ are not those of this log [^\n]+密钥库不属于本日志[^\n]+$/,
    );

    await restartWith(() => {
      cpSync(copy, keys(), { recursive: true, force: true });
    });
    expect(await names()).toBe(before);
    expect(before).not.toMatch(/missing/);
  });
});
