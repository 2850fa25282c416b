import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { codeOf } from '../connect/code-of.js';

const DENIED = '42501';

describe("what the application's role may do beside its own tables", () => {
  let database: FreshDatabase;
  let application: Client;
  beforeAll(async () => {
    database = await freshDatabase();
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
    ['drop the schema of views', 'DROP SCHEMA view CASCADE'],
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
    const owned = await application.query(
      `SELECT nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) = current_user`,
    );
    expect(owned.rows).toEqual([]);
  });
});
