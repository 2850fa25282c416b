import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { removeFolder, temporaryFolder } from '../../../../test/support/temporary-folder.js';
import { migrate, MIGRATIONS } from './migrate.js';
import { readMigrations } from './migration-files.js';

const OWNERS = `SELECT relname AS name, relowner::regrole::text AS owner FROM pg_class
  WHERE relnamespace = 'view'::regnamespace AND relkind = 'r' AND relname LIKE 'box%' ORDER BY 1`;

describe('a database whose views an earlier release made', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
    const { ownerUrl, applicationUrl } = database;
    await query(ownerUrl, 'DROP SCHEMA migration, log, view, sign_in, security CASCADE');
    const folder = temporaryFolder();
    for (const { number, name } of readMigrations(MIGRATIONS)) {
      const file = join(MIGRATIONS, `${name}.sql`);
      if (number < 8) copyFileSync(file, join(folder, basename(file)));
    }
    await migrate({ ownerUrl, appRole: 'sifang_app', folder });
    removeFolder(folder);
    await query(
      applicationUrl,
      `CREATE TABLE view.box_v1 AS SELECT 'k' AS key; CREATE TABLE view."box_v1_past" (key text); CREATE INDEX ON view.box_v1 (key)`,
    );
  });
  afterEach(() => database.drop());

  const upgrade = () => migrate({ ownerUrl: database.ownerUrl, appRole: 'sifang_app' });

  it('goes on with its rows, in tables that are the owner’s from now on', async () => {
    const { ownerUrl, applicationUrl } = database;
    await upgrade();

    expect(await query(ownerUrl, OWNERS)).toEqual([
      { name: 'box_v1', owner: 'sifang_owner' },
      { name: 'box_v1_past', owner: 'sifang_owner' },
    ]);
    await query(applicationUrl, `INSERT INTO view.box_v1 SELECT 'l'`);
    await query(applicationUrl, `UPDATE view.box_v1 SET key = 'm' WHERE key = 'l'`);
    expect(await query(applicationUrl, 'SELECT key FROM view.box_v1 ORDER BY 1')).toEqual([{ key: 'k' }, { key: 'm' }]);
    await query(applicationUrl, 'DELETE FROM view.box_v1');
    for (const sql of ['DROP TABLE view.box_v1', 'TRUNCATE view.box_v1', 'CREATE TABLE view.more (n int)']) {
      await expect(query(applicationUrl, sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('stays as it is, and says what to grant, while the owner may not take them', async () => {
    const { ownerUrl, superuserUrl } = database;
    await query(superuserUrl, 'ALTER TABLE view.box_v1_past OWNER TO pg_monitor');

    await expect(upgrade()).rejects.toMatchObject({
      cause: expect.objectContaining({
        message: expect.stringContaining('run GRANT pg_monitor TO sifang_owner first'),
      }),
    });
    expect(await query(ownerUrl, OWNERS)).toEqual([
      { name: 'box_v1', owner: 'sifang_app' },
      { name: 'box_v1_past', owner: 'pg_monitor' },
    ]);
  });
});
