import { PostgresEventStore } from '#platform/postgres';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { times } from '../support/faults.js';
import { newBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { Proxy } from './support/proxy.js';
import { counted, type Told } from './support/told.js';
import { write } from './support/writers.js';

jest.setTimeout(900_000);

/** A first append of a process: connecting, logging in, planning, writing. Two clients share the batch. */
const appendOnce = async (url: string): Promise<readonly Told[]> => {
  const store = new PostgresEventStore(url);
  try {
    return await write({ writers: 2, work: newBoxes(store), more: (done) => done < 1, tries: 3, pauseMs: 0 });
  } finally {
    await store.close();
  }
};

describe('F09 a connection that is cut', () => {
  let database: FreshDatabase;
  let proxy: Proxy;
  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await Proxy.before(database.applicationUrl);
  });
  afterEach(async () => {
    await proxy.close();
    await database.drop();
  });

  // Every byte is a step of the protocol or lies within one; the short run takes a stride, another one each way.
  it.each([
    ['to the server', 'up', times(131, 5)],
    ['to the client', 'down', times(41, 2)],
  ] as const)(
    'loses and doubles nothing, wherever on the way %s it is cut, until it is not cut any more',
    async (_, way, stride) => {
      const all: Told[] = [];
      let cuts = 0;
      for (let after = 0; ; after += stride) {
        Object.assign(proxy.passed, { up: 0, down: 0 });
        proxy.cuts = 0;
        proxy.weather = { cut: { way, after } };
        const told = await appendOnce(proxy.url(database.applicationUrl));
        all.push(...told);
        // The second try of the store, or the client's own, gets through: only one connection is cut.
        expect({ after, ...counted(told) }).toMatchObject({ after, acked: 2 });
        if (proxy.cuts === 0) break;
        cuts++;
      }
      expect(cuts).toBeGreaterThan(10);
      expect(await violations({ url: database.superuserUrl, told: all })).toEqual([]);
    },
  );

  it('says that the outcome is unknown when every answer is cut off, and tells when asked again', async () => {
    const store = new PostgresEventStore(proxy.url(database.applicationUrl));
    await write({ writers: 1, work: newBoxes(store), more: (done) => done < 1 });
    proxy.weather = { cut: { way: 'down', after: 0, always: true } };
    const lost = await write({ writers: 4, work: newBoxes(store), more: (done) => done < 3, tries: 1 });
    proxy.weather = {};

    expect(counted(lost)).toMatchObject({ acked: 0, refused: 0 });
    expect(counted(lost).unknown).toBeGreaterThan(0);
    for (const one of lost) await store.answerTo(one);
    await store.close();
    expect(await violations({ url: database.superuserUrl, told: lost })).toEqual([]);
  });
});
