import { randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import { MemoryEventStore, WrongVersion, type EventStore, type StoredEvent } from '#platform/event-store';
import { PostgresEventStore } from '#platform/postgres';
import { describe, expect, it } from '@jest/globals';
import { Chance } from '../simulation/chance.js';
import { aBox, moved, packed } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { freshDatabase } from '../support/fresh-database.js';
import { impossible, type AppendDone, type Done } from './support/history.js';
import { violations } from './support/invariants.js';
import { Proxy } from './support/proxy.js';

const CLIENTS = 8;
const STORES = 3;
const OPERATIONS = times(60, 1_000);

/** Clients that do things by chance and write down what they asked and what they heard. */
class Clients {
  readonly history: Done[] = [];
  #moment = 0;

  constructor(
    private readonly chance: Chance,
    private readonly streams: readonly Id[],
  ) {}

  async run(client: number, events: EventStore, operations: number): Promise<void> {
    for (let n = 0; n < operations; n++) {
      const stream = this.chance.pick(this.streams);
      const began = this.#moment++;
      const done = await this.one(events, stream).catch(() => undefined);
      // A read that failed says nothing.
      if (done) this.history.push({ ...done, client, began, ended: this.#moment++ } as Done);
    }
  }

  private one(events: EventStore, stream: Id): Promise<Partial<Done>> {
    const { chance } = this;
    if (chance.happens(0.6)) return this.append(events, stream);
    return chance.happens(0.5) ? readStream(events, stream) : this.readAll(events);
  }

  private async append(events: EventStore, stream: Id): Promise<Partial<AppendDone>> {
    const [last] = await events.readStream(stream, { backwards: true, limit: 1 });
    const expected = last ? last.revision + 1n : 0n;
    const facts = [packed(), moved('b'), moved('c')].slice(0, 1 + this.chance.below(3));
    const commandId = this.chance.uuid();
    const asked = { did: 'append', stream, commandId, expected, events: facts.length } as const;
    try {
      const { position } = await events.append({ stream, expected, events: facts, ...named(commandId) });
      return { ...asked, result: { is: 'ok', position } };
    } catch (error) {
      const isRace = error instanceof WrongVersion;
      return { ...asked, result: isRace ? { is: 'fail', actual: error.actual } : { is: 'unknown' } };
    }
  }

  private async readAll(events: EventStore): Promise<Partial<Done>> {
    const head = await events.head();
    const from = head === 'start' ? 0 : Math.max(0, Number(head) - this.chance.below(60));
    const after = from === 0 ? 'start' : BigInt(from - 1);
    const found = await events.readAll({ after, limit: 10_000 });
    return { did: 'readAll', after, eventIds: found.map(({ eventId }) => eventId) };
  }
}

const readStream = async (events: EventStore, stream: Id): Promise<Partial<Done>> => {
  const found = await events.readStream(stream);
  return { did: 'readStream', stream, eventIds: found.map(({ eventId }) => eventId) };
};

const named = (commandId: string) => ({
  occasion: {
    actorId: 'person-00000000-0000-4000-8000-000000000001',
    occurredAt: '2022-03-31T09:00:00.000Z',
    commandId,
    correlationId: commandId,
    source: 'web',
  } as const,
  commandHash: 'ab'.repeat(32),
});

const all = (events: EventStore): Promise<readonly StoredEvent[]> =>
  events.readAll({ after: 'start', limit: 1_000_000 });

describe('F39: what clients saw of the log', () => {
  it.each([['quiet', false] as const, ['connections that break', true] as const])(
    'could have come from a log that does one thing at a time (%s)',
    async (_, breaks) => {
      const database = await freshDatabase();
      const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
      const chance = new Chance(seed);
      const proxy = await Proxy.before(database.applicationUrl);
      const stores = Array.from({ length: STORES }, () => new PostgresEventStore(proxy.url(database.applicationUrl)));
      const clients = new Clients(chance, Array.from({ length: 6 }, aBox));
      const round = () =>
        Promise.all(
          Array.from({ length: CLIENTS }, (_each, n) =>
            clients.run(n, stores[n % STORES] ?? new MemoryEventStore(), OPERATIONS),
          ),
        );
      const isInDoubt = () => clients.history.some((one) => one.did === 'append' && one.result.is === 'unknown');
      let over = false;
      const trouble = async () => {
        while (breaks && !over) {
          const way = chance.pick(['up', 'down'] as const);
          proxy.weather = { cut: { way, after: proxy.passed[way] + chance.below(20_000) } };
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        proxy.weather = {};
      };
      const troubled = trouble();
      await round();
      // A fast machine is through before a cut has met an answer.
      while (breaks && !isInDoubt()) await round();
      over = true;
      await troubled;

      const kept = new PostgresEventStore(database.applicationUrl);
      const log = await all(kept);
      const results = clients.history.map((one) => (one.did === 'append' ? one.result.is : 'read'));
      expect(new Set(results)).toEqual(new Set(['read', 'ok', 'fail', ...(breaks ? ['unknown'] : [])]));
      // The seed chooses what is asked for; when things happen is the machine's doing.
      expect({ seed, impossible: impossible(clients.history, log) }).toEqual({ seed, impossible: [] });
      expect(await violations({ url: database.superuserUrl })).toEqual([]);
      for (const store of [...stores, kept]) await store.close();
      await proxy.close();
      await database.drop();
    },
    times(120_000, 600_000),
  );
});

describe('F39: the checker', () => {
  const stream = aBox();
  const one = randomUUID();
  const two = randomUUID();
  const did = (client: number, began: number, ended: number) => ({ client, began, ended });
  const appended = (commandId: string, expected: bigint, result: AppendDone['result']) =>
    ({ did: 'append', stream, commandId, expected, events: 1, result }) as const;
  const ok = (position: bigint) => ({ is: 'ok', position }) as const;
  const read = (log: readonly StoredEvent[]) =>
    ({ did: 'readStream', stream, eventIds: log.map(({ eventId }) => eventId) }) as const;

  /** Two appends of one event each, the second after the first. */
  const aLog = async () => {
    const events = new MemoryEventStore();
    for (const [index, commandId] of [one, two].entries()) {
      await events.append({ stream, expected: BigInt(index), events: [packed()], ...named(commandId) });
    }
    return all(events);
  };
  const first = { ...did(0, 0, 1), ...appended(one, 0n, ok(0n)) };
  const second = { ...did(1, 2, 3), ...appended(two, 1n, ok(1n)) };

  it('accepts what was', async () => {
    const log = await aLog();
    const race = { ...did(2, 2, 4), ...appended(randomUUID(), 0n, { is: 'fail', actual: 1n }) };
    const lost = { ...did(2, 5, 6), ...appended(randomUUID(), 2n, { is: 'unknown' }) };

    expect(impossible([first, second, race, lost, { ...did(0, 2, 9), ...read(log.slice(0, 1)) }], log)).toEqual([]);
  });

  it.each<[string, (log: readonly StoredEvent[]) => { history: readonly Done[]; log?: readonly StoredEvent[] }]>([
    ['a lost append', (log) => ({ history: [first, second], log: log.slice(0, 1) })],
    [
      'an append that failed and is there',
      () => ({
        history: [first, { ...did(1, 2, 3), ...appended(two, 1n, { is: 'fail', actual: 1n }) }],
      }),
    ],
    ['a duplicate', (log) => ({ history: [first, second], log: [...log, ...log.slice(1)] })],
    ['an append of nobody', () => ({ history: [first] })],
    ['a reordered append', () => ({ history: [{ ...first, began: 4, ended: 5 }, second] })],
    [
      'a conflict that never was',
      () => ({
        history: [first, second, { ...did(2, 5, 6), ...appended(randomUUID(), 0n, { is: 'fail', actual: 1n }) }],
      }),
    ],
    ['a stale read', (log) => ({ history: [first, second, { ...did(0, 5, 6), ...read(log.slice(0, 1)) }] })],
    [
      'a read of the future',
      (log) => ({ history: [first, { ...second, began: 4, ended: 5 }, { ...did(0, 2, 3), ...read(log) }] }),
    ],
    ['a read with a hole', (log) => ({ history: [first, second, { ...did(0, 5, 6), ...read(log.slice(1)) }] })],
    [
      'reads that go backwards',
      (log) => ({
        history: [
          first,
          { ...did(1, 2, 9), ...appended(two, 1n, { is: 'unknown' }) },
          { ...did(0, 3, 4), ...read(log) },
          { ...did(0, 5, 6), ...read(log.slice(0, 1)) },
        ],
      }),
    ],
  ])('finds %s', async (_, story) => {
    const kept = await aLog();
    const { history, log = kept } = story(kept);

    expect(impossible(history, log)).not.toEqual([]);
  });
});
