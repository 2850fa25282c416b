import type { ViewTable } from '#platform/follow';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { makeTable } from '../../../../test/support/view-tables.js';
import { codeOf } from '../connect/code-of.js';
import { tableName } from '../read-model/view-table.js';

const DENIED = '42501';
const shelf: ViewTable = {
  view: { name: 'shelf', version: 1, of: [{ kind: 'shelf', facts: {} }], key: {}, on: {}, owner: 'directory' },
  ...{ build: 0, state: 'building' },
};
const SHELF = tableName(shelf);
const createOrReplace = `CREATE OR REPLACE FUNCTION view.drop_table(p_view text, p_version integer, p_build integer)
  RETURNS void LANGUAGE sql AS 'SELECT'`;

describe("what the application's role may do beside its own tables", () => {
  let database: FreshDatabase;
  let application: Client;
  beforeAll(async () => {
    database = await freshDatabase();
    await makeTable(database.applicationUrl, shelf, () => Promise.resolve());
    application = new Client({ connectionString: database.applicationUrl });
    await application.connect();
  });
  afterAll(async () => {
    await application.end();
    await database.drop();
  });

  it.each([
    ['make a schema', 'CREATE SCHEMA other'],
    ['make a table where everybody looks', 'CREATE TABLE public.other (n int)'],
    ['make a table beside the log', 'CREATE TABLE log.other (n int)'],
    ['make a function beside the log', 'CREATE FUNCTION log.f() RETURNS int LANGUAGE sql RETURN 1'],
    ['make a function where everybody looks', 'CREATE FUNCTION public.f() RETURNS int LANGUAGE sql RETURN 1'],
    ['change what was migrated', `UPDATE migration.applied SET sha256 = ''`],
    ['add what was migrated', `INSERT INTO migration.applied SELECT * FROM migration.applied`],
    ['drop the record of migrations', 'DROP TABLE migration.applied'],
    ['drop the checkpoints', 'DROP TABLE view.checkpoint'],
    ['empty the checkpoints at once', 'TRUNCATE view.checkpoint'],
    ['change the checkpoints', 'ALTER TABLE view.checkpoint ADD COLUMN more text'],
    ['change what is due', 'ALTER TABLE view.due DISABLE TRIGGER ALL'],
    ['change the security log', `UPDATE security.log SET word = 'authn_login_success'`],
    ['remove from the security log', 'DELETE FROM security.log'],
    ['empty the security log', 'TRUNCATE security.log'],
    ['drop the schema of views', 'DROP SCHEMA view CASCADE'],
    ['make a table among the views', 'CREATE TABLE view.other (n int)'],
    ['make a table from rows among the views', 'CREATE TABLE view.other AS SELECT 1'],
    ['make a view among the views', 'CREATE VIEW view.other AS SELECT 1'],
    ['make a function among the views', 'CREATE FUNCTION view.f() RETURNS int LANGUAGE sql RETURN 1'],
    ['make a sequence among the views', 'CREATE SEQUENCE view.other'],
    ['make a type among the views', 'CREATE TYPE view.other AS (n int)'],
    ['replace who makes tables', createOrReplace],
    ['change the owner of who makes tables', 'ALTER FUNCTION view.drop_table OWNER TO CURRENT_USER'],
    ['free who makes tables of its path', 'ALTER FUNCTION view.create_table RESET search_path'],
    ['remove a table by name', `SELECT view.remove_named('checkpoint')`],
    ['rename a table by name', `SELECT view.rename_named('checkpoint', 'other')`],
    ['drop a view', `DROP TABLE ${SHELF}`],
    ['empty a view at once', `TRUNCATE ${SHELF}`],
    ['rename a view', `ALTER TABLE ${SHELF} RENAME TO other`],
    ['move a view', `ALTER TABLE ${SHELF} SET SCHEMA public`],
    ['widen a view', `ALTER TABLE ${SHELF} ADD COLUMN more text`],
    ['own a view', `ALTER TABLE ${SHELF} OWNER TO CURRENT_USER`],
    ['index a view', `CREATE INDEX ON ${SHELF} (row)`],
    ['drop an index of a view', `DROP INDEX ${SHELF}_key`],
    ['refer to a view', `CREATE TABLE view.other (key text REFERENCES ${SHELF})`],
    ['add a rule to a view', `CREATE RULE r AS ON INSERT TO ${SHELF} DO INSTEAD NOTHING`],
    [
      'add a trigger to a view',
      `CREATE TRIGGER t BEFORE INSERT ON ${SHELF} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    ],
    ['make others see its tables', 'ALTER SCHEMA view OWNER TO CURRENT_USER'],
    ['make a role', 'CREATE ROLE other LOGIN'],
    ['raise itself', 'ALTER ROLE CURRENT_USER SUPERUSER'],
    ['become the superuser', 'SET ROLE postgres'],
    ['become who reads all', 'SET ROLE pg_read_all_data'],
    ['speak as the superuser', 'SET SESSION AUTHORIZATION postgres'],
    ['make a database', 'CREATE DATABASE other'],
    ['add an extension', 'CREATE EXTENSION adminpack_or_any'],
    ['add an untrusted language', 'CREATE LANGUAGE c2 HANDLER plpgsql_call_handler'],
    ['run a program', `COPY (SELECT 1) TO PROGRAM 'true'`],
    ['write a file', `COPY (SELECT 1) TO '/tmp/x'`],
    ['read a file', `COPY view.parked FROM '/etc/passwd'`],
    ['read a file by function', `SELECT pg_read_file('/etc/passwd')`],
    ['list a folder', `SELECT pg_ls_dir('/')`],
    ['bring a file in as an object', `SELECT lo_import('/etc/passwd')`],
    ['change the server', `ALTER SYSTEM SET fsync = off`],
    ['load its configuration', `SELECT pg_reload_conf()`],
    ['stop backups', `SELECT pg_backup_stop()`],
    ['see passwords', `SELECT rolpassword FROM pg_authid`],
    ['publish the log', 'CREATE PUBLICATION p FOR TABLE log.event'],
    ['listen to changes of everything', 'CREATE EVENT TRIGGER t ON ddl_command_start EXECUTE FUNCTION f()'],
    ['reach another server', 'CREATE SERVER s FOREIGN DATA WRAPPER dummy'],
  ])('is not to %s', async (_, sql) => {
    const code = await application.query(sql).then(
      () => 'done',
      (error: unknown) => codeOf(error),
    );
    // What is not there at all cannot be done either: no such extension, wrapper or function.
    expect([DENIED, '42704', '42883', '0A000', '58P01']).toContain(code);
  });

  it('is neither superuser nor owner, and passes by no rule of rows', async () => {
    const { rows } = await application.query(
      `SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user`,
    );
    expect(Object.values(rows[0] as object)).toEqual([false, false, false, false, false]);
    const { rows: owned } = await application.query(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE pg_get_userbyid(relowner) = current_user
       UNION ALL SELECT nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) = current_user
       UNION ALL SELECT oid::regprocedure::text FROM pg_proc WHERE pg_get_userbyid(proowner) = current_user
       UNION ALL SELECT typname FROM pg_type WHERE pg_get_userbyid(typowner) = current_user`,
    );
    expect(owned).toEqual([]);
  });

  it('is to fill tables of views, and nothing beyond', async () => {
    const { rows } = await application.query(
      `SELECT DISTINCT a.privilege_type AS may FROM pg_class c, aclexplode(c.relacl) a
       WHERE c.relnamespace = 'view'::regnamespace AND a.grantee = current_user::regrole ORDER BY 1`,
    );
    const { rows: version } = await application.query<{ newer: boolean }>(
      `SELECT current_setting('server_version_num')::integer >= 170000 AS newer`,
    );
    const sweeps = version[0]?.newer ? ['MAINTAIN'] : [];
    expect(rows.map((row: { may: string }) => row.may)).toEqual(['DELETE', 'INSERT', ...sweeps, 'SELECT', 'UPDATE']);
  });

  it('is to reach what works with the rights of the owner only by functions that know every name for certain', async () => {
    const { rows } = await application.query(
      `SELECT p.oid::regproc::text AS name, p.proconfig AS settings, p.prosecdef AS definer,
         has_function_privilege('pg_monitor', p.oid, 'EXECUTE') AS public, has_function_privilege(p.oid, 'EXECUTE') AS granted
       FROM pg_proc p WHERE p.pronamespace IN ('log'::regnamespace, 'view'::regnamespace, 'security'::regnamespace)`,
    );
    for (const row of rows) {
      expect(row).toMatchObject({ settings: ['search_path=pg_catalog, pg_temp'], public: false });
    }
    const granted = rows.filter((row: { granted: boolean }) => row.granted).map((row: { name: string }) => row.name);
    expect(granted.sort()).toEqual([
      ...['log.append_events', 'log.append_events_relying', 'log.append_one', 'log.append_together'],
      ...[
        'log.append_together_relying',
        'log.own_key_store',
        'log.position_at',
        'log.record_erased_keys',
        'log.test_time',
        'security.forget',
      ],
      ...['view.create_indexes', 'view.create_table', 'view.drop_table', 'view.serve_table'],
    ]);
  });

  it.each([
    ['a name of another table', `view.drop_table('checkpoint"; DROP TABLE view.due; --', 1, 0)`],
    ['a name with a quote', `view.create_table('a"b', 1, 0, '{}')`],
    ['a name in another schema', `view.create_table('log.event', 1, 0, '{}')`],
    ['a name that is too long', `view.create_table(repeat('a', 41), 1, 0, '{}')`],
    ['a version below 1', `view.create_table('a', 0, 0, '{}')`],
    ['a build below 0', `view.serve_table('a', 1, -1)`],
    ['a field that is a statement', `view.create_table('a', 1, 0, ARRAY['n text); DROP TABLE view.due; --'])`],
    [
      'a field of an index that is a statement',
      `view.create_indexes('shelf', 1, 0, ARRAY['n) WHERE pg_sleep(1)'], '{}')`,
    ],
    ['no field', `view.create_table('a', 1, 0, ARRAY[NULL])`],
  ])('is told that there can be no view with %s', async (_, call) => {
    await expect(application.query(`SELECT ${call}`)).rejects.toMatchObject({ code: '22023' });
  });
});
