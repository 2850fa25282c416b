import { openPool, PostgresEventStore } from '#platform/postgres';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { newBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { Proxy } from './support/proxy.js';
import { counted, reasons } from './support/told.js';
import { write } from './support/writers.js';

describe('F10 a network that lets nothing through and says nothing', () => {
  let database: FreshDatabase;
  let proxy: Proxy;
  let store: PostgresEventStore;
  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await Proxy.before(database.applicationUrl);
    store = new PostgresEventStore(proxy.url(database.applicationUrl));
  });
  afterEach(async () => {
    proxy.weather = {};
    await store.close();
    await proxy.close();
    await database.drop();
  });

  it('ends every question and every append by a time-out with a name, and heals by itself', async () => {
    const boxes = newBoxes(store);
    const before = await write({ writers: 8, work: boxes, more: (done) => done < 2 });
    await Promise.all(Array.from({ length: 20 }, () => store.head()));
    proxy.weather = { silent: true };

    // Connections that are known, and new ones; no try comes back without a name.
    const during = write({ writers: 8, work: boxes, more: (done) => done < 1, tries: 1 });
    const reads = await Promise.allSettled(Array.from({ length: 20 }, () => store.head()));
    for (const read of reads) expect(read).toMatchObject({ status: 'rejected', reason: { name: 'Unavailable' } });
    const lost = await during;
    expect(counted(lost)).toEqual({ acked: 0, refused: 0, unknown: 8, later: 0 });
    expect(reasons(lost)).toEqual({ OutcomeUnknown: 8 });

    proxy.weather = {};
    const after = await write({ writers: 8, work: boxes, more: (done) => done < 2 });
    await Promise.all(Array.from({ length: 20 }, () => store.head()));
    expect(counted(after).acked).toBe(after.length);
    // What hung in the air may have arrived by now, whole or not at all.
    const told = [...before, ...lost, ...after];
    expect(await violations({ url: database.superuserUrl, told })).toEqual([]);
  });

  it('is noticed by the server as well, so that what a lost connection held does not stay taken', async () => {
    const pool = openPool({ url: database.applicationUrl, name: 'spec', max: 1 });
    const { rows } = await pool.query(
      `SELECT current_setting('tcp_keepalives_idle')::integer + current_setting('tcp_keepalives_count')::integer
         * current_setting('tcp_keepalives_interval')::integer AS seconds`,
    );
    await pool.end();
    expect(rows).toEqual([{ seconds: 25 }]);
  });
});
