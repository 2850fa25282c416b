import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { Pooler, type Pooling } from '../../../../test/support/pooler/pooler.js';
import { query } from '../../../../test/support/query.js';
import { soon } from '../../../../test/support/soon.js';
import { eventStoreContract } from '../../event-store/event-store.contract.js';
import { takeLease } from '../follow/take-lease.js';
import { PostgresEventStore } from '../log/postgres-event-store.js';
import { prepareDatabase } from '../schema/prepare-database.js';
import { hasOwnSession } from './own-session.js';
import { openPool } from './pool.js';

let database: FreshDatabase;
let pooler: Pooler;
const opened: { close(): Promise<void> }[] = [];
beforeAll(async () => (database = await freshDatabase()));
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});
afterAll(() => database.drop());

const SESSIONS: readonly Pooling[] = [
  { by: 'session', settings: 'dropped' },
  { by: 'session', settings: 'refused' },
];

describe.each(SESSIONS)(
  'behind a pooler that keeps a session for each client, where settings at the start are $settings',
  (pooling) => {
    beforeAll(async () => (pooler = await Pooler.before(database.applicationUrl, pooling)));
    afterAll(() => pooler.close());

    eventStoreContract('PostgresEventStore', async () => {
      await query(database.ownerUrl, 'TRUNCATE log.event');
      const store = new PostgresEventStore(pooler.url);
      opened.push(store);
      return store;
    });

    const aPool = () => {
      const pool = openPool({ url: pooler.url, name: 'spec', max: 2, statementTimeoutMs: 200 });
      opened.push({ close: () => pool.end() });
      return pool;
    };

    it('the program starts', async () => {
      await expect(
        prepareDatabase({ applicationUrl: pooler.url, ownerUrl: database.ownerUrl }),
      ).resolves.toBeUndefined();
    });

    it('a job is done by one at a time, and by another when that one has gone', async () => {
      const [one, other] = [aPool(), aPool()];
      const held = await takeLease(one, 'job');
      expect(await takeLease(other, 'job')).toBeUndefined();
      await held?.close();
      await soon(async () => {
        const next = await takeLease(other, 'job');
        expect(next).toBeDefined();
        await next?.close();
      });
    });

    it('a statement that takes too long is ended by the server', async () => {
      await expect(aPool().query('SELECT pg_sleep(10)')).rejects.toMatchObject({ code: '57014' });
    });
  },
);

describe('behind a pooler that gives connections out by the transaction', () => {
  beforeAll(
    async () => (pooler = await Pooler.before(database.applicationUrl, { by: 'transaction', settings: 'dropped' })),
  );
  afterAll(() => pooler.close());

  it('the program does not start, and says in one line what to set', async () => {
    const starting = prepareDatabase({ applicationUrl: pooler.url, ownerUrl: database.ownerUrl });
    await expect(starting).rejects.toThrow(
      /^DATABASE_URL: the pooler at sifang_app@[^\n]*session pooling[^\n]*会话模式[^\n]*$/,
    );
  });

  it('is noticed as well where others keep it busy', async () => {
    const busy = openPool({ url: pooler.url, name: 'busy', max: 4 });
    let isOver = false;
    const work = Array.from({ length: 4 }, async () => {
      while (!isOver) await busy.query('SELECT pg_sleep(0.002)');
    });
    expect(await hasOwnSession(pooler.url)).toBe(false);
    isOver = true;
    await Promise.all(work);
    await busy.end();
  });
});
