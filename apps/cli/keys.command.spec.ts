import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evidenceEvents } from '#contexts/evidence';
import { PostgresKeyStore } from '#platform/keys-postgres';
import { MemoryEventStore } from '#platform/event-store';
import { FileKeyStore, MemoryKeyStore, PersonalDataCipher, readMasterKey } from '#platform/personal-data';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anAppend } from '../../libs/platform/event-store/event-store.contract.js';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { keysCopy } from './keys-copy.js';
import { verifyKeys } from './keys-verify.js';

const NOON = new Date('2022-03-31T12:00:00.000Z');

describe('sifang keys copy', () => {
  let database: FreshDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'sifang-keys-'));
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });
  const at = (name: string) => join(folder, name);

  it('carries keys from a folder into PostgreSQL and back into another folder, whole, also twice', async () => {
    const source = await FileKeyStore.open(at('one'));
    const [kept, gone] = [await source.keyFor('person-1'), await source.keyFor('person-2')];
    await source.erase('person-2', NOON);
    await source.close();

    for (let n = 0; n < 2; n++) {
      expect(await keysCopy(at('one'), database.ownerUrl)).toEqual({ keys: 2, store: source.id });
      expect(await keysCopy(database.ownerUrl, at('one'))).toEqual({ keys: 2, store: source.id });
    }
    await writeFile(at('master-key'), await readFile(join(at('one'), 'master-key')));
    const shared = await PostgresKeyStore.open(
      database.ownerUrl,
      (await readMasterKey(at('master-key'))) ?? Buffer.alloc(0),
    );
    expect([await shared.find(kept.id), await shared.find(gone.id)]).toEqual([kept, 'erased']);
    await shared.close();
  });

  it('carries nothing between two master keys, and nothing from where no keys are', async () => {
    for (const name of ['one', 'two']) await (await FileKeyStore.open(at(name))).close();
    await expect(keysCopy(at('one'), at('two'))).rejects.toThrow(/different master keys.*主密钥不同/);
    await keysCopy(at('one'), database.ownerUrl);
    await expect(keysCopy(at('two'), database.ownerUrl)).rejects.toMatchObject({ name: 'Failed' });
    await expect(keysCopy(at('none'), at('three'))).rejects.toThrow('holds no keys');
  });
});

describe('sifang keys verify', () => {
  it('tells keys that are there from those that were erased, and names what lacks its key', async () => {
    const [events, keys] = [new MemoryEventStore(() => NOON), new MemoryKeyStore()];
    const personal = new PersonalDataCipher(keys);
    const record = async (stream: `person-${string}`) => {
      const append = anAppend({ stream });
      const place = { stream, eventId: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11' };
      const data = await personal.seal(place, [['name']], { name: 'Invented Person' });
      await events.append({ ...append, events: [{ type: 'PersonNamed', schemaVersion: 1, data }] });
    };
    for (const stream of ['person-1', 'person-2', 'person-3'] as const) await record(stream);
    const keyId = '11111111-0d5b-4f0a-9a70-3d2f0b8c1a11';
    const file = anAppend({
      stream: `${evidenceEvents.kind}-1`,
      events: [{ type: 'EvidenceStored', schemaVersion: 1, data: { keyId } }],
    });
    await events.append(file);
    await events.append(anAppend());
    await keys.erase('person-2');
    keys.lose('person-3');

    expect(await verifyKeys(events, keys, [])).toEqual({
      events: 5,
      keys: 1,
      erased: 1,
      wrong: [
        { is: 'missing 缺失', stream: 'person-3', position: '2', key: expect.any(String) },
        { is: 'missing 缺失', stream: `${evidenceEvents.kind}-1`, position: '3', key: keyId },
      ],
    });
    const { id } = await keys.keyFor('person-1');
    expect((await verifyKeys(events, keys, [{ id, stream: 'person-1', at: NOON }])).wrong).toContainEqual({
      ...{ is: 'back after its erasure 擦除后重现', stream: 'person-1', position: '0', key: id },
    });
  });
});
