import { Unavailable } from '#platform/event-store';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { aFact, anAppend, aStream } from '../../event-store/event-store.contract.js';
import { openPool } from '../connect/pool.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { ReadTogether } from './read-together.js';
import { withClient } from '../connect/with-client.js';

describe('reading streams together', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  let pool: ReturnType<typeof openPool>;
  let together: ReadTogether;

  beforeAll(async () => {
    database = await freshDatabase();
    store = new PostgresEventStore(database.applicationUrl);
    pool = openPool({ url: database.applicationUrl, name: 'together', max: 8 });
    together = new ReadTogether(pool);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const grow = async (stream: ReturnType<typeof aStream>, expected: bigint) => {
    await store.append(anAppend({ stream, expected, events: [aFact()] }));
  };

  it('gives everybody their own stream, with one statement for many of them', async () => {
    const streams = Array.from({ length: 10 }, aStream);
    for (const stream of streams) await grow(stream, 0n);
    const [first = aStream()] = streams;
    await grow(first, 1n);
    const query = jest.spyOn(pool, 'query');

    const asked = Array.from({ length: 60 }, (_, n) => streams[n % streams.length] ?? first);
    const read = await Promise.all([...asked, aStream()].map((stream) => together.read(stream)));
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();

    for (const [n, stream] of asked.entries()) {
      expect(read[n]?.map((event) => [event.stream, event.revision])).toEqual(
        stream === first
          ? [
              [first, 0n],
              [first, 1n],
            ]
          : [[stream, 0n]],
      );
    }
    expect(read.at(-1)).toEqual([]);
  });

  it('reads what was written before it was asked, whatever is on its way', async () => {
    const stream = aStream();
    let writing = true;
    const others = Array.from({ length: 12 }, async () => {
      while (writing) await together.read(stream);
    });
    try {
      for (let n = 0; n < 40; n++) {
        await grow(stream, BigInt(n));
        expect(await together.read(stream)).toHaveLength(n + 1);
      }
    } finally {
      writing = false;
      await Promise.all(others);
    }
  });

  it('gives nobody the answer to a question that was sent before they asked', async () => {
    const stream = aStream();
    await grow(stream, 0n);
    const ask = pool.query.bind(pool) as unknown as (...args: readonly unknown[]) => Promise<unknown>;
    let hand: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (hand = resolve));
    const answered = new Promise<void>((resolve) => {
      const slow = (...args: readonly unknown[]): unknown =>
        ask(...args).then(async (answer) => {
          resolve();
          await held;
          return answer;
        });
      jest.spyOn(pool, 'query').mockImplementationOnce(slow);
    });

    const early = together.read(stream);
    await answered;
    await grow(stream, 1n);
    const late = together.read(stream);
    hand();
    expect([(await early).length, (await late).length]).toEqual([1, 2]);
  });

  it('lets a damaged event trouble nobody but those who need it', async () => {
    const [good, bad] = [aStream(), aStream()];
    for (const stream of [good, bad]) await grow(stream, 0n);
    await withClient(database.ownerUrl, (owner) =>
      owner.query(`UPDATE log.event SET entry = '{}' WHERE stream = $1`, [bad]),
    );

    const [read, failed] = await Promise.allSettled([together.read(good), together.read(bad)]);
    expect(read).toMatchObject({ status: 'fulfilled', value: [{ stream: good }] });
    expect(failed.status).toBe('rejected');
  });

  it('tells everybody who waits when the database cannot be asked', async () => {
    await pool.end();
    const [one, other] = await Promise.allSettled([together.read(aStream()), together.read(aStream())]);
    for (const read of [one, other])
      expect(read).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) });
  });
});
