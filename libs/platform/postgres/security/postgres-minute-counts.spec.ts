import { createHash } from 'node:crypto';
import { MinuteCounts } from '#platform/security';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { queryPool } from '../connect/one-query.js';
import { openPool, type Pool } from '../connect/pool.js';
import { PostgresMinuteCounts } from './postgres-minute-counts.js';

const MINUTE = new Date('2026-01-05T01:00:00.000Z');
const digest = (text: string) => createHash('sha256').update(text).digest();

describe('counts by the minute in PostgreSQL', () => {
  let database: FreshDatabase;
  let pool: Pool;
  let kept: PostgresMinuteCounts;
  beforeAll(async () => {
    database = await freshDatabase();
    pool = openPool({ url: database.applicationUrl, name: 'counts', max: 4 });
    kept = new PostgresMinuteCounts(queryPool(pool), digest);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('are those of all processes together, whoever shares first', async () => {
    const counts = () =>
      new MinuteCounts({ share: (minute, added) => kept.share(minute, added), after: () => undefined });
    const [one, other] = [counts(), counts()];
    const at = new Date(MINUTE.getTime() + 5_000);
    for (const key of ['a', 'b', 'c']) one.add(key, 3, at);
    for (const key of ['c', 'b', 'd']) other.add(key, 4, at);
    await Promise.all([one.share(), other.share()]);
    one.add('b', 1, at);
    other.add('b', 1, at);
    await one.share();
    await other.share();
    expect(other.add('b', 0, at)).toBe(9);
    expect(one.add('a', 0, at)).toBe(3);
  });

  it('say nothing but digests, and are gone once nobody counts in their minute any more', async () => {
    await kept.share(new Date(0), new Map([['operations of somebody', 1]]));
    const keys = async () => (await pool.query<{ key: Buffer }>('SELECT key FROM security.counted')).rows;
    expect((await keys()).map(({ key }) => key)).toContainEqual(digest('operations of somebody'));
    await kept.forgetBefore(MINUTE);
    expect((await keys()).map(({ key }) => key)).not.toContainEqual(digest('operations of somebody'));
    expect((await keys()).length).toBe(4);
  });
});
