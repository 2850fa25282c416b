import type { SecurityEntry } from '#platform/security';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { queryPool } from '../connect/one-query.js';
import { openPool, type Pool } from '../connect/pool.js';
import { KEPT_DAYS, PostgresSecurityLog } from './postgres-security-log.js';

const DAY = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const entry = (at: Date, code: string): SecurityEntry => ({ at, word: 'authz_fail', about: { code } });

describe('the security log in PostgreSQL', () => {
  let database: FreshDatabase;
  let pool: Pool;
  let log: PostgresSecurityLog;
  beforeAll(async () => {
    database = await freshDatabase();
    pool = openPool({ url: database.applicationUrl, name: 'security', max: 2 });
    log = new PostgresSecurityLog(queryPool(pool));
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  const codes = async (since = daysAgo(10_000), most = 100) =>
    (await log.since(since, most)).map(({ about: { code } }) => code);

  it('gives back what was added, by several processes too, the newest of them in the order of time', async () => {
    const [first, second] = [entry(daysAgo(3), 'A'), entry(daysAgo(2), 'B')];
    const other = new PostgresSecurityLog(queryPool(pool));
    await Promise.all([log.write([first, second]), other.write([entry(daysAgo(1), 'C')])]);
    expect(await log.since(daysAgo(4), 2)).toEqual([second, { ...entry(daysAgo(1), 'C'), at: expect.any(Date) }]);
    expect(await codes()).toEqual(['A', 'B', 'C']);
    expect(await codes(daysAgo(1.5))).toEqual(['C']);
  });

  it('forgets what is older than entries are kept, and nothing younger than half a year whoever asks', async () => {
    await log.write([
      entry(daysAgo(KEPT_DAYS + 1), 'OLD'),
      entry(daysAgo(KEPT_DAYS - 1), 'NEW'),
      entry(daysAgo(183), 'YOUNG'),
    ]);
    await log.forget();
    expect(await codes()).toEqual(['NEW', 'YOUNG', 'A', 'B', 'C']);
    await pool.query('SELECT security.forget(-5)');
    expect(await codes()).toEqual(['YOUNG', 'A', 'B', 'C']);
  });
});
