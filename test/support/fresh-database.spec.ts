import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';
import { query } from './query.js';

describe('a fresh database', () => {
  let one: FreshDatabase;
  let two: FreshDatabase;
  beforeAll(async () => {
    [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([one.drop(), two.drop()]);
  });

  it('belongs to one spec alone', async () => {
    await query(one.ownerUrl, 'CREATE SCHEMA mine');

    expect(await query(two.ownerUrl, `SELECT FROM pg_namespace WHERE nspname = 'mine'`)).toEqual([]);
  });

  it('is migrated, and the application can see that', async () => {
    const [row] = await query(one.applicationUrl, 'SELECT count(*) >= 0 AS ok FROM migration.applied');

    expect(row).toEqual({ ok: true });
  });

  it('is gone when it is dropped', async () => {
    const three = await freshDatabase();
    await three.drop();

    await expect(query(three.applicationUrl, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
