import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, type Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { soon } from '../../../../test/support/soon.js';
import { OpenTransactions } from './open-transactions.js';
import { openPool } from './pool.js';

describe('transactions that stay open', () => {
  let database: FreshDatabase;
  let pool: Pool;
  let other: Client;
  let transactions: OpenTransactions;
  beforeEach(async () => {
    database = await freshDatabase();
    pool = openPool({ url: database.applicationUrl, name: 'spec', max: 2 });
    transactions = new OpenTransactions(pool);
    other = new Client({ connectionString: database.superuserUrl, application_name: 'report' });
    await other.connect();
  });
  afterEach(async () => {
    await other.end();
    await pool.end();
    await database.drop();
  });

  const pid = async () => (await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
  const seen = async () => (await transactions.look()).filter(({ application }) => application === 'report');

  it('are seen by the application’s role, whoever keeps them open, and grow older from look to look', async () => {
    expect(await seen()).toEqual([]);
    await other.query('BEGIN');
    const [young] = await seen();
    expect(young).toMatchObject({ pid: await pid(), application: 'report', seconds: 0 });
    await soon(async () => expect((await seen())[0]?.seconds).toBeGreaterThan(0.05));
    expect((await seen())[0]?.id).toBe(young?.id);
  });

  it('are others when a session begins anew, and none when it ended', async () => {
    await other.query('BEGIN');
    const [first] = await seen();
    await other.query('COMMIT');
    expect(await seen()).toEqual([]);
    await other.query('BEGIN');
    const [second] = await seen();
    expect(second?.id).not.toBe(first?.id);
    expect(second?.seconds).toBe(0);
  });

  it('are not those of another database', async () => {
    const elsewhere = await freshDatabase();
    const stranger = new Client({ connectionString: elsewhere.superuserUrl, application_name: 'report' });
    await stranger.connect();
    await stranger.query('BEGIN');
    expect(await seen()).toEqual([]);
    await stranger.end();
    await elsewhere.drop();
  });
});
