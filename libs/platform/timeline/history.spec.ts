import { randomUUID } from 'node:crypto';
import { eventsOf, fact, personal, type Id, type Occasion } from '#kernel';
import { commandHash, MemoryEventStore, type NewEvent } from '#platform/event-store';
import { MemoryKeyStore, PersonalDataCipher, reasonPlace } from '#platform/personal-data';
import { BeyondTheLog } from '#platform/views';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { History } from './history.js';

const kettleEvents = eventsOf('kettle', { KettleFilled: fact('Kettle filled', '水壶已注水', { note: personal() }) });
const stream: Id = 'kettle-00000000-0000-4000-8000-00000000000a';

describe('the history of a thing', () => {
  let store: MemoryEventStore;
  let personalData: PersonalDataCipher;
  let history: History;
  beforeEach(() => {
    store = new MemoryEventStore();
    personalData = new PersonalDataCipher(new MemoryKeyStore());
    history = new History(
      { events: store, clock: () => new Date() },
      new Map([['kettle', kettleEvents]]),
      personalData,
    );
  });

  const append = async (event: NewEvent, more: Partial<Occasion> = {}) => {
    const occasion: Occasion = {
      actorId: 'person-00000000-0000-4000-8000-000000000001',
      occurredAt: new Date().toISOString(),
      commandId: randomUUID(),
      correlationId: randomUUID(),
      source: 'web',
      ...more,
    };
    const expected = BigInt((await store.readStream(stream)).length);
    const hash = commandHash(stream, { type: 'FillKettle', data: {} }, occasion);
    return store.append({ stream, expected, occasion, commandHash: hash, events: [event] });
  };
  const filled = (note = 'full'): NewEvent => ({ type: 'KettleFilled', schemaVersion: 1, data: { note } });
  const read = async (first = 10, after?: string, asOf?: bigint) => {
    const moment = asOf === undefined ? undefined : { position: asOf };
    const page = await history.page(stream, { first, ...(after && { after }) }, { language: 'zh', asOf: moment });
    return { ...page, nodes: page.edges.map(({ node }) => node) };
  };

  it('is read a page at a time, oldest first, in the words of the reader', async () => {
    for (const note of ['one', 'two', 'three']) await append(filled(note));
    const one = await read(2);
    expect(one.nodes).toMatchObject([
      { revision: '0', title: '水壶已注水', data: { note: 'one' } },
      { revision: '1', data: { note: 'two' } },
    ]);
    expect(one.hasNextPage).toBe(true);
    const two = await read(2, one.edges.at(-1)?.cursor);
    expect(two.nodes).toMatchObject([{ revision: '2', data: { note: 'three' } }]);
    expect(two.hasNextPage).toBe(false);
  });

  it.each(['r-1', 'r01', '1', 'r99999999999999999999', ''])(
    'does not take %p for a cursor of its own',
    async (cursor) => {
      await append(filled());
      const page = history.page(stream, { first: 1, after: cursor }, { language: 'en' });
      await expect(page).rejects.toMatchObject({ code: 'BAD_USER_INPUT', at: ['after'] });
    },
  );

  it('leaves out what was recorded later than the moment asked for', async () => {
    for (let n = 0; n < 3; n++) await append(filled());
    expect((await read(2, undefined, 1n)).hasNextPage).toBe(false);
    expect((await read(10, undefined, 1n)).nodes).toHaveLength(2);
  });

  it.each([
    [0, undefined, 0],
    [5, undefined, 5],
    [5, { position: 2n }, 3],
  ])('of %i events tells how many could be shown', async (events, asOf, told) => {
    for (let n = 0; n < events; n++) await append(filled());
    expect(await history.count(stream, asOf)).toBe(told);
  });

  it.each([
    ['a position', { position: 1n }],
    ['an instant', { recordedAt: '2999-01-01T00:00:00.000Z' }],
  ])('is not shown as of %s that has not come', async (_, asOf) => {
    await append(filled());
    const page = history.page(stream, { first: 1 }, { language: 'en', asOf });
    await expect(page).rejects.toEqual(new BeyondTheLog());
  });

  it('is shown as of what the log has written, though its clock may be ahead', async () => {
    await append(filled());
    const [event] = await store.readStream(stream);
    const behind = { events: store, clock: () => new Date(0) };
    const ahead = new History(behind, new Map([['kettle', kettleEvents]]), personalData);
    const asOf = { recordedAt: event?.recordedAt ?? '' };
    expect((await ahead.page(stream, { first: 1 }, { language: 'en', asOf })).edges).toHaveLength(1);
  });

  it('names whoever acted as of then', async () => {
    for (let n = 0; n < 2; n++) await append(filled());
    expect((await read()).nodes.map(({ actor }) => actor.person)).toMatchObject([{ at: '0' }, { at: '1' }]);
  });

  it('opens the reason of a command, which is sealed with its first event', async () => {
    const commandId = randomUUID();
    const actorId = 'person-00000000-0000-4000-8000-000000000001';
    const { reason } = await personalData.seal(reasonPlace(stream, { commandId, actorId }), [['reason']], {
      reason: 'because',
    });
    await append(filled(), { commandId, ...(typeof reason === 'string' && { reason }) });
    expect((await read()).nodes).toMatchObject([{ reason: 'because' }]);
  });

  it('marks what was recorded long after it happened', async () => {
    await append(filled(), { occurredAt: new Date(Date.now() - 2 * 3600_000).toISOString() });
    await append(filled());
    expect((await read()).nodes.map(({ lateEntry }) => lateEntry)).toEqual([true, false]);
  });

  it('W2: marks nothing that the system did, which may answer what lies long ago', async () => {
    const actorId = 'system-00000000-0000-4000-8000-000000000001';
    await append(filled(), { actorId, occurredAt: new Date(Date.now() - 2 * 3600_000).toISOString() });
    expect((await read()).nodes.map(({ lateEntry }) => lateEntry)).toEqual([false]);
  });

  it('shows events of a later release as they are: a history has no holes', async () => {
    await append({ type: 'KettleFilled', schemaVersion: 2, data: { millilitres: 5 } });
    await append({ type: 'KettleDescaled', schemaVersion: 1, data: {} });
    expect((await read()).nodes).toMatchObject([
      { title: '水壶已注水', data: { millilitres: 5 } },
      { title: 'KettleDescaled', data: {} },
    ]);
  });
});
