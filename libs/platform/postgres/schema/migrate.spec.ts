import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { removeFolder, temporaryFolder } from '../../../../test/support/temporary-folder.js';
import { migrate, pendingMigrations } from './migrate.js';

const CREATE = 'CREATE SCHEMA shop; CREATE TABLE shop.item (name text); GRANT USAGE ON SCHEMA shop TO :app_role;';

describe('migrations', () => {
  let database: FreshDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await freshDatabase();
    await query(database.ownerUrl, 'DROP SCHEMA migration CASCADE');
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await database.drop();
    removeFolder(folder);
  });

  const write = (file: string, sql: string) => writeFileSync(join(folder, file), sql);
  const run = (appRole = 'sifang_app') => migrate({ ownerUrl: database.ownerUrl, appRole, folder });

  it('run once, in order, and grant the application role what they say', async () => {
    write('0002_rows.sql', `INSERT INTO shop.item VALUES ('a'::text); GRANT SELECT ON shop.item TO :app_role;`);
    write('0001_shop.sql', CREATE);

    expect(await pendingMigrations(database.applicationUrl, folder)).toEqual(['0001_shop', '0002_rows']);
    expect(await run()).toEqual(['0001_shop', '0002_rows']);
    expect(await run()).toEqual([]);
    expect(await pendingMigrations(database.applicationUrl, folder)).toEqual([]);
    expect(await query(database.applicationUrl, 'SELECT name FROM shop.item')).toEqual([{ name: 'a' }]);
    await expect(query(database.applicationUrl, 'DELETE FROM shop.item')).rejects.toThrow('permission denied');
  });

  it('run once when many processes start together', async () => {
    write('0001_shop.sql', CREATE);

    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.flat()).toEqual(['0001_shop']);
  });

  it('leave nothing of one that fails, and keep those before it', async () => {
    write('0001_shop.sql', CREATE);
    write('0002_bad.sql', 'CREATE TABLE shop.half (name text); SELECT 1 / 0;');

    await expect(run()).rejects.toThrow('migration 0002_bad failed');
    expect(await pendingMigrations(database.applicationUrl, folder)).toEqual(['0002_bad']);
    expect(await query(database.ownerUrl, `SELECT to_regclass('shop.half') AS half`)).toEqual([{ half: null }]);
  });

  it('are the same with other line ends, and another once their text changes', async () => {
    write('0001_shop.sql', `${CREATE}\n`);
    await run();
    write('0001_shop.sql', `${CREATE}\r\n`);
    expect(await run()).toEqual([]);
    write('0001_shop.sql', `${CREATE} SELECT 1;`);

    await expect(run()).rejects.toThrow('migration 0001_shop was changed after it was applied');
  });

  it('are forward only: none comes late, none is lost', async () => {
    write('0003_shop.sql', CREATE);
    await run();
    write('0002_late.sql', 'SELECT 1');
    await expect(run()).rejects.toThrow('0002_late came after a later one');
    rmSync(join(folder, '0002_late.sql'));
    rmSync(join(folder, '0003_shop.sql'));

    await expect(run()).rejects.toThrow('the database has migration 0003_shop, which this program does not know');
  });

  it('need a number of their own and a plain name', async () => {
    write('0001_shop.sql', CREATE);
    write('0001_twice.sql', 'SELECT 1');
    await expect(run()).rejects.toThrow('two migrations have the number of 0001_twice.sql');
    renameSync(join(folder, '0001_twice.sql'), join(folder, 'Second.sql'));

    await expect(run()).rejects.toThrow('Second.sql is not named NNNN_lower_case.sql');
  });

  it('say what to grant when the application logs in as a role without its rights', async () => {
    write('0001_shop.sql', CREATE);
    await run();

    await expect(run('pg_monitor')).rejects.toThrow('run GRANT sifang_app TO pg_monitor first');
  });
});
