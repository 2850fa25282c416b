import { createHash, randomUUID } from 'node:crypto';
import { eventsOf, fact, personal, type Id, type Occasion } from '#kernel';
import { commandHash, MemoryEventStore, type JsonObject } from '#platform/event-store';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import type { Looking } from '#platform/views';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Entries } from './entries.js';
import { Records, type AskedRecord } from './records.js';

const facts = eventsOf('kettle', {
  KettleFilled: fact('Kettle filled', '水壶已注水', {
    note: personal(),
    stove: z.string(),
    cup: z.string().optional(),
  }),
  KettleBoiled: fact('Kettle boiled', '水已烧开', {}),
  KettleEmptied: fact('Kettle emptied', '水壶已倒空', { reason: personal() }),
});
const stoves = eventsOf('stove', { StoveLit: fact('Stove lit', '炉已点火', { note: personal() }) });
const thing = (kind: string, at: number): Id => `${kind}-00000000-0000-4000-8000-00000000000${String(at)}`;
const [kettle, stove, cup, other] = [thing('kettle', 1), thing('stove', 2), thing('cup', 3), thing('stove', 4)];
const actor: Looking['actor'] = {
  actorId: 'person-00000000-0000-4000-8000-000000000001',
  orgId: 'organisation-x',
  grants: [],
};
const someoneElse = 'person-00000000-0000-4000-8000-000000000002';

describe('T18: the record of a thing', () => {
  let store: MemoryEventStore;
  let hidden: readonly Id[];
  let closed: readonly Id[];
  let records: Records;
  beforeEach(() => {
    store = new MemoryEventStore();
    [hidden, closed] = [[], []];
    const entries = new Entries(
      new Map([facts, stoves].map((catalogue) => [catalogue.kind, catalogue])),
      new PersonalDataCipher(new MemoryKeyStore()),
    );
    records = new Records({ events: store, clock: () => new Date() }, entries, { kettle: ['stove'] });
  });

  const append = async (stream: Id, type: string, data: JsonObject, more: Partial<Occasion> = {}) => {
    const occasion: Occasion = {
      ...{ actorId: actor.actorId, occurredAt: new Date().toISOString(), commandId: randomUUID() },
      ...{ correlationId: randomUUID(), source: 'web', ...more },
    };
    const expected = BigInt((await store.readStream(stream)).length);
    const hash = commandHash(stream, { type, data: {} }, occasion);
    const { events } = await store.append({
      ...{ stream, expected, occasion, commandHash: hash, events: [{ type, schemaVersion: 1, data }] },
    });
    return events[0]?.eventId ?? '';
  };
  const read = async (asked: Partial<AskedRecord> = {}, how: Partial<Looking> = {}) => {
    const visible = (ids: readonly Id[]) => Promise.resolve(new Set(ids.filter((id) => !hidden.includes(id))));
    const discloses = (id: Id) => Promise.resolve(!closed.includes(id));
    const eyes = { views: { visible, discloses }, registry: { standing: (ids: readonly Id[]) => ids } };
    const found = await records.page(kettle, { first: 10, language: 'zh', ...asked }, { how: { actor, ...how }, eyes });
    return { ...found, nodes: found.page.edges.map(({ node }) => node) };
  };
  const told = async (asked?: Partial<AskedRecord>) => (await read(asked)).nodes.map(({ title }) => title);
  const story = async () => {
    await append(stove, 'StoveLit', { note: 'with wood' });
    const filled = await append(kettle, 'KettleFilled', { note: '装满 full', stove, cup });
    await append(other, 'StoveLit', { note: 'elsewhere' });
    await append(kettle, 'KettleBoiled', {}, { causationId: filled, actorId: someoneElse });
  };

  it('is the events of the thing and of what belongs to it, in the order of the log', async () => {
    await story();
    const { nodes, streams, isCut } = await read();
    expect(nodes.map(({ position, title }) => [position, title])).toEqual([
      ['0', '炉已点火'],
      ['1', '水壶已注水'],
      ['3', '水已烧开'],
    ]);
    expect([streams, isCut]).toEqual([[kettle, stove], false]);
  });

  it('has no events of what the reader may not see, and tells nothing of it', async () => {
    await story();
    hidden = [stove];
    const { nodes, streams } = await read();
    expect(nodes.map(({ title }) => title)).toEqual(['水壶已注水', '水已烧开']);
    expect(streams).toEqual([kettle]);
    expect(nodes[0]).toMatchObject({ withheld: true, data: { cup }, named: [{ id: cup, at: '1' }] });
    expect(nodes[0]?.stored.payload).toBeUndefined();
    expect(await told({ text: stove })).toEqual([]);
  });

  it('says what caused an event, and what it caused, as far as that is in the record', async () => {
    await story();
    const { nodes } = await read();
    expect(nodes[1]).toMatchObject({ effects: [{ position: '3', title: '水已烧开' }] });
    expect(nodes[2]).toMatchObject({ causedBy: { position: '1', title: '水壶已注水' }, effects: [] });
  });

  it('says what was written first in an event', async () => {
    await story();
    expect((await read()).nodes.map(({ summary }) => summary)).toEqual(['with wood', '装满 full', undefined]);
  });

  it('gives out what the log holds, whose digests can be computed', async () => {
    await story();
    const [node] = (await read()).nodes;
    const entry = JSON.parse(node?.stored.entry ?? '{}') as Record<string, unknown>;
    expect(entry).toMatchObject({ stream: stove, streamVersion: 1, type: 'StoveLit', eventId: node?.eventId });
    const digest = createHash('sha256')
      .update(node?.stored.payload ?? '')
      .digest('hex');
    expect(entry['payloadSha256']).toBe(digest);
  });

  it.each<[string, Partial<AskedRecord>, readonly string[]]>([
    ['who acted', { actorId: someoneElse }, ['水已烧开']],
    ['what happened', { types: ['StoveLit', 'KettleBoiled'] }, ['炉已点火', '水已烧开']],
    ['what it happened to', { subjectId: stove }, ['炉已点火']],
    ['a text, in either script', { text: '裝滿' }, ['水壶已注水']],
    ['the time from which it was recorded', { recordedFrom: '2999-01-01T00:00:00.000Z' }, []],
    ['the time before which it was recorded', { recordedTo: '2000-01-01T00:00:00.000Z' }, []],
  ])('is narrowed by %s', async (_, asked, titles) => {
    await story();
    expect(await told(asked)).toEqual(titles);
    expect((await read(asked)).total).toBe(titles.length);
  });

  it('is read either way, a page at a time, and from any position', async () => {
    await story();
    const one = await read({ latestFirst: true, first: 2 });
    expect(one.nodes.map(({ position }) => position)).toEqual(['3', '1']);
    expect([one.page.hasNextPage, one.total]).toEqual([true, 3]);
    const two = await read({ latestFirst: true, first: 2, after: one.page.edges.at(-1)?.cursor ?? '' });
    expect([two.nodes.map(({ position }) => position), two.page.hasNextPage]).toEqual([['0'], false]);
    expect((await read({ from: '1' })).nodes.map(({ position }) => position)).toEqual(['1', '3']);
    expect((await read({ from: '2', latestFirst: true })).nodes.map(({ position }) => position)).toEqual(['1', '0']);
  });

  it.each(['p-1', 'p01', 'r1', ''])('does not take %p for a cursor of its own', async (after) => {
    await story();
    await expect(read({ after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', at: ['after'] });
  });

  it('leaves out what was recorded later than the moment looked at, effects too', async () => {
    await story();
    const { nodes } = await read({}, { asOf: { position: 2n } });
    expect(nodes.map(({ position }) => position)).toEqual(['0', '1']);
    expect(nodes[1]?.effects).toEqual([]);
  });

  it('SD5: tells the reasons that a thing keeps from most to those alone who gave them, and finds them for nobody else', async () => {
    const why = (reason: string, actorId: Occasion['actorId'] = someoneElse) => ({ reason, actorId });
    await append(kettle, 'KettleEmptied', { reason: 'too cold' }, why('because of ONE'));
    await append(kettle, 'KettleBoiled', {}, why('because of TWO', actor.actorId));
    const reasons = async () => (await read()).nodes.map(({ reason }) => reason);
    expect(await reasons()).toEqual(['because of ONE', 'because of TWO']);
    closed = [kettle];
    expect(await reasons()).toEqual([undefined, 'because of TWO']);
    const { nodes } = await read();
    expect(nodes.map(({ data, withheld }) => [data, withheld])).toEqual([
      [{}, true],
      [{}, false],
    ]);
    expect(JSON.stringify(nodes)).not.toContain('too cold');
    expect((await read({ text: 'ONE' })).total).toBe(0);
    expect((await read({ text: 'TWO' })).total).toBe(1);
  });
});
