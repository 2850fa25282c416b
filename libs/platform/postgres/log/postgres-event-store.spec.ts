import { setTimeout as sleep } from 'node:timers/promises';
import { Overloaded, prepare, Unavailable, type Append } from '#platform/event-store';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import {
  aFact,
  anAppend,
  aStream,
  eventStoreContract,
  everything,
  followWhile,
} from '../../event-store/event-store.contract.js';
import { soon } from '../../../../test/support/soon.js';
import { openClient } from '../connect/with-client.js';
import { appendEach } from './append-batch.js';
import { PostgresEventStore } from './postgres-event-store.js';

const opened: { close(): Promise<void> }[] = [];
const closedAfterwards = <T extends { close(): Promise<void> }>(one: T): T => {
  opened.push(one);
  return one;
};
const aDatabase = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  closedAfterwards({ close: () => database.drop() });
  return database;
};
const aStoreOn = ({ applicationUrl }: FreshDatabase) => closedAfterwards(new PostgresEventStore(applicationUrl));
const aClientOn = async (connectionString: string): Promise<Client> => {
  const client = await openClient(connectionString);
  closedAfterwards({ close: () => client.end() });
  return client;
};

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

// One database for the whole contract, emptied by its owner in between: far faster than a new one each time.
const shared = freshDatabase();
afterAll(async () => (await shared).drop());
eventStoreContract('PostgresEventStore', async () => {
  const owner = await aClientOn((await shared).ownerUrl);
  await owner.query('TRUNCATE log.event');
  return aStoreOn(await shared);
});

describe('PostgresEventStore', () => {
  /** Another process in the middle of an append: written, not yet committed. */
  const anAppendInFlight = async (database: FreshDatabase, append: Append) => {
    const client = await aClientOn(database.applicationUrl);
    await client.query('BEGIN');
    await client.query(appendEach([prepare(append)]));
    return client;
  };

  it.each(['COMMIT', 'ROLLBACK'])('never lets a reader pass an append that is in flight (%s)', async (end) => {
    const database = await aDatabase();
    const store = aStoreOn(database);
    const slow = anAppend();
    const client = await anAppendInFlight(database, slow);
    const later = store.append(anAppend());
    await sleep(100);
    expect(await store.readAll({ after: 'start', limit: 9 })).toEqual([]);
    await client.query(end);
    const { position } = await later;
    const events = await everything(store);
    expect(events.map((event) => event.position)).toEqual(end === 'COMMIT' ? [0n, 1n] : [0n]);
    expect(events.at(-1)?.position).toBe(position);
  });

  it('gives dense positions, none twice and none hidden, when two processes write at once', async () => {
    const database = await aDatabase();
    const stores = [aStoreOn(database), aStoreOn(database)] as const;
    const contested = aStream();
    const writers = Array.from({ length: 60 }, async (_, n) => {
      const store = stores[n % 2] ?? stores[0];
      const stream = aStream();
      for (let expected = 0n; expected < 4n; expected += 2n) {
        await store.append(anAppend({ stream, expected, events: [aFact({ n }), aFact({ n })] }));
      }
      await store.append(anAppend({ stream: contested })).catch(() => undefined);
    });
    const seen = await followWhile(stores[0], writers);
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: 241 }, (_, n) => BigInt(n)));
    expect(await everything(stores[1])).toEqual(seen);
  });

  it('gives the same command one event when two processes try it at once', async () => {
    const database = await aDatabase();
    const stores = [aStoreOn(database), aStoreOn(database)];
    const append = anAppend();
    const answers = await Promise.all(stores.flatMap((store) => [store.append(append), store.append(append)]));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
  });

  it('wakes a reader when another process appends', async () => {
    const database = await aDatabase();
    const reader = aStoreOn(database);
    const started = performance.now();
    const woken = reader.grown('start', new AbortController().signal).then(() => performance.now() - started);
    await aStoreOn(database).append(anAppend());
    expect(await woken).toBeLessThan(900);
  });

  it('answers an append whose connection was cut, and writes it once', async () => {
    const database = await aDatabase();
    const store = aStoreOn(database);
    await store.append(anAppend());
    const client = await anAppendInFlight(database, anAppend());
    const appends = Array.from({ length: 5 }, () => anAppend());
    const answers = Promise.all(appends.map((append) => store.append(append)));
    await sleep(100);
    const superuser = await aClientOn(database.superuserUrl);
    const { rowCount } = await superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sifang append' AND datname = current_database()`,
    );
    expect(rowCount).toBe(1);
    await client.query('COMMIT');
    expect((await answers).map(({ position }) => position).sort()).toEqual([2n, 3n, 4n, 5n, 6n]);
    expect(await store.head()).toBe(6n);
  });

  it('tells a database that is gone from an outcome that is unknown', async () => {
    const database = await aDatabase();
    const store = aStoreOn(database);
    await store.append(anAppend());
    await database.drop();
    opened.splice(0);
    const append = anAppend();
    await expect(store.append(append)).rejects.toMatchObject({
      name: expect.stringMatching(/^(Unavailable|OutcomeUnknown)$/),
    });
    // The broken connection is left by now.
    await expect(store.append(anAppend())).rejects.toBeInstanceOf(Unavailable);
    await expect(store.head()).rejects.toBeInstanceOf(Unavailable);
    await store.close();
  });

  it('answers everything that it took before it closes, and takes nothing more', async () => {
    const database = await aDatabase();
    const store = new PostgresEventStore(database.applicationUrl);
    const answers = Promise.all(Array.from({ length: 20 }, () => store.append(anAppend())));
    await store.close();
    expect(await answers).toHaveLength(20);
    await expect(store.append(anAppend())).rejects.toBeInstanceOf(Overloaded);
  });

  it('reads a stream by its index, however young the table is', async () => {
    const database = await aDatabase();
    await aStoreOn(database).append(anAppend());
    const owner = await aClientOn(database.ownerUrl);
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT entry FROM log.event WHERE stream = 'thing-1' AND revision >= 0 ORDER BY revision`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Index Scan using event_stream_revision_key');
  });

  it.each([9, 9_000])('scans up to %d events and parses only what is read', async (limit) => {
    const database = await aDatabase();
    const store = aStoreOn(database);
    const { stream } = await store.append(anAppend({ events: [aFact({ name: '四方' }), aFact(), aFact(), aFact()] }));
    const sound = await store.readStream(stream);
    const owner = await aClientOn(database.ownerUrl);
    await owner.query(`UPDATE log.event SET entry = '\\x7b' WHERE position = 1`);
    await owner.query(`UPDATE log.event SET stream = 'thing-1', revision = 0 WHERE position = 2`);
    const scanned = await store.scan({ after: 'start', limit });
    expect(scanned.map(({ position }) => position)).toEqual([0n, 1n, 2n, 3n]);
    expect(scanned.map(({ type }) => type)).toEqual(Array(4).fill('ThingHappened'));
    expect([scanned[0]?.read(), scanned[3]?.read()]).toEqual([sound[0], sound[3]]);
    expect(() => scanned[1]?.read()).toThrow('JSON');
    expect(() => scanned[2]?.read()).toThrow('belongs elsewhere');
    await expect(store.readAll({ after: 'start', limit })).rejects.toThrow('JSON');
  });

  it('looks up the same few rows in a long log, although its plans were made when it was empty', async () => {
    const database = await aDatabase();
    const store = new PostgresEventStore(database.applicationUrl);
    const appendTogether = () => Promise.all(Array.from({ length: 9 }, () => store.append(anAppend())));
    // The first goes the way of an empty log.
    await store.append(anAppend());
    await appendTogether();
    const owner = await aClientOn(database.ownerUrl);
    await owner.query(
      `INSERT INTO log.event SELECT p, 'thing-' || p, 0, type, gen_random_uuid(), gen_random_uuid(), 0, command_hash, recorded_at, data, entry
       FROM log.event, generate_series(100, 20000) AS p WHERE position = 0`,
    );
    const read = async () => {
      await owner.query('SELECT pg_stat_force_next_flush()');
      const { rows } = await owner.query<{ read: string }>(
        `SELECT seq_tup_read + idx_tup_fetch + (
           SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relid = t.relid) AS read
         FROM pg_stat_user_tables AS t WHERE relid = 'log.event'::regclass`,
      );
      return Number(rows[0]?.read);
    };
    const before = await read();
    await appendTogether();
    await store.append(anAppend());
    // The server counts what a connection read when it is idle, or goes.
    await store.close();
    await soon(async () => {
      expect(await read()).toBeGreaterThan(before);
    });
    expect((await read()) - before).toBeLessThan(500);
  });
});
