import { MemoryEventStore } from '#platform/event-store';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { anAppend } from '../../../libs/platform/event-store/event-store.contract.js';
import { ownKeys } from './own-keys.js';

const NOON = new Date('2022-03-31T12:00:00.000Z');

/** What the database remembers of logs and stores. */
const owners = () => {
  const kept = new Map<string, string>();
  const take = (log: string, store: string) => {
    if (!kept.has(log)) kept.set(log, store);
    return Promise.resolve(kept.get(log) ?? store);
  };
  return { kept, find: (log: string) => Promise.resolve(kept.get(log)), take };
};

describe('the keys of a log', () => {
  let events: MemoryEventStore;
  let keys: MemoryKeyStore;
  let known: ReturnType<typeof owners>;
  beforeEach(() => {
    [events, keys, known] = [new MemoryEventStore(() => NOON), new MemoryKeyStore(), owners()];
  });
  const own = (store: MemoryKeyStore) =>
    ownKeys(store, { events, owners: known, where: '/srv/keys', setting: 'DATA_DIR' });
  const sealing = async (store: MemoryKeyStore) => {
    const append = anAppend();
    const place = { stream: append.stream, eventId: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11' };
    const data = await new PersonalDataCipher(store).seal(place, [['name']], { name: 'Invented Person' });
    await events.append({ ...append, events: [{ type: 'ThingNamed', schemaVersion: 1, data }] });
    return append.stream;
  };
  const plain = async (count: number) => {
    for (let n = 0; n < count; n++) await events.append(anAppend());
  };

  it('are those of the first store that is used with it, for good', async () => {
    await own(keys);
    await own(keys);
    await expect(own(new MemoryKeyStore())).rejects.toMatchObject({
      name: 'KeyStoreDamaged',
      message: expect.stringMatching(/\/srv\/keys are not those of this log .*密钥库不属于本日志/),
    });
    expect([...known.kept.values()]).toEqual([keys.id]);
  });

  it('are of one of two stores that come at the same moment, and the other one is refused', async () => {
    const [one, other] = [new MemoryKeyStore(), new MemoryKeyStore()];
    const results = await Promise.allSettled([own(one), own(other)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are never an empty store beside texts that are sealed already', async () => {
    const stream = await sealing(keys);
    const empty = new MemoryKeyStore();
    await expect(own(empty)).rejects.toThrow(
      new RegExp(`the key of ${stream} \\(position 0 of the log\\) is missing in /srv/keys`),
    );
    expect(known.kept.size).toBe(0);
    await own(keys);
  });

  it.each([
    ['among the first events', 0, 600],
    ['among the latest', 600, 0],
  ])('are looked for %s of the log', async (_, before, after) => {
    await own(keys);
    await plain(before);
    const stream = await sealing(keys);
    await plain(after);
    await own(keys);
    keys.lose(stream);
    await expect(own(keys)).rejects.toThrow('is missing');
  });

  it('may be erased, which is on record', async () => {
    const stream = await sealing(keys);
    await own(keys);
    await keys.erase(stream);
    await expect(own(keys)).resolves.toBeUndefined();
  });
});
