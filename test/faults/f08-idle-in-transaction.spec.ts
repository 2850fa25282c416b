import { openPool } from '#platform/postgres';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { BoxWorld } from '../support/box-world.js';
import { boxCard } from '../support/boxes.js';
import { full, times } from '../support/faults.js';
import { soon } from '../support/soon.js';
import { isReady } from './support/api-work.js';
import { newBoxes } from './support/box-work.js';
import { alarmsOf, figuresOf } from './support/figures.js';
import { violations } from './support/invariants.js';
import { serveApi, type ServedApi } from './support/served-api.js';
import { counted } from './support/told.js';
import { Tail } from './support/tail.js';
import { write } from './support/writers.js';

const VIEWS = [boxCard()];

describe('F08 a session that stays idle in its transaction', () => {
  let world: BoxWorld;
  beforeEach(async () => {
    world = await BoxWorld.open();
    await world.follower(VIEWS).start();
  });
  afterEach(() => world.close());

  const work = () => write({ writers: 8, work: newBoxes(world.events), more: (done) => done < times(10, 200) });

  it("holds nobody up when it is somebody else's, with a number of its own and rows it has read", async () => {
    const idle = new Client({ connectionString: world.database.superuserUrl });
    await idle.connect();
    await idle.query(
      'BEGIN ISOLATION LEVEL REPEATABLE READ; CREATE TABLE unfinished (); SELECT count(*) FROM log.event',
    );
    const tail = new Tail(world.events);
    const told = await work();
    expect(counted(told).acked).toBe(told.length);

    // Checked while the session is still there.
    expect(await violations({ url: world.database.superuserUrl, told, views: VIEWS })).toEqual([]);
    await tail.stop();
    expect(tail.skips).toEqual([]);
    await idle.query('COMMIT');
    await idle.end();
  });

  it('is ended by the server when it is one of ours, even if it holds the lock that every append takes', async () => {
    const pool = openPool({ url: world.database.applicationUrl, name: 'stuck', max: 1, statementTimeoutMs: 300 });
    const stuck = await pool.connect();
    stuck.on('error', () => undefined);
    await stuck.query('BEGIN; SELECT pg_advisory_xact_lock(5419300915)');
    const told = await work();

    expect(counted(told).acked).toBe(told.length);
    await expect(stuck.query('COMMIT')).rejects.toThrow();
    stuck.release(true);
    await pool.end();
    expect(await violations({ url: world.database.superuserUrl, told, views: VIEWS })).toEqual([]);
  });
});

describe('F08 an operator', () => {
  let api: ServedApi;
  beforeEach(async () => {
    api = await serveApi();
  });
  afterEach(() => api.close());

  it('can see that somebody keeps a transaction open', async () => {
    const oldest = async () => (await figuresOf(api.address)).get('sifang_oldest_transaction_seconds') ?? NaN;
    const idle = new Client({ connectionString: api.database.superuserUrl });
    await idle.connect();
    await idle.query('BEGIN');
    // Nothing of the application's own keeps one open for longer than it takes to look again.
    await soon(async () => expect(await oldest()).toBeGreaterThan(0.5));
    await idle.end();
    await soon(async () => expect(await oldest()).toBeLessThan(0.5));
  });

  // A minute has to pass.
  if (full) {
    it('is warned until the session is ended, while the application is ready', async () => {
      const idle = new Client({ connectionString: api.database.superuserUrl });
      await idle.connect();
      await idle.query('BEGIN');
      expect(await alarmsOf(api.address)).toEqual([]);
      await soon(async () => expect(await alarmsOf(api.address)).toEqual(['open-transaction']));
      expect(await isReady(api.address)).toBe(true);
      await idle.end();
      await soon(async () => expect(await alarmsOf(api.address)).toEqual([]));
    }, 300_000);
  }
});
