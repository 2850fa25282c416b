import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '../../../test/support/query.js';
import { soon } from '../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

// Processes start and end here, on machines that may be busy.

describe('the bundled PostgreSQL', () => {
  const dataDir = temporaryFolder();
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(server.folder);
    removeFolder(dataDir);
  });

  it('lets the application in by password, without the rights of the owner', async () => {
    const [row] = await query(
      server.applicationUrl,
      'SELECT rolname, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user',
    );

    expect(row).toEqual({ rolname: 'sifang_app', rolsuper: false, rolcreatedb: false, rolcreaterole: false });
    await expect(query(server.applicationUrl, 'CREATE SCHEMA mine')).rejects.toThrow('permission denied');
  });

  it('refuses a wrong password, and none', async () => {
    const wrong = Object.assign(new URL(server.applicationUrl), { password: 'wrong' }).href;
    const none = Object.assign(new URL(server.superuserUrl), { password: '' }).href;

    await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await expect(query(none, 'SELECT 1')).rejects.toThrow();
  });

  it('keeps passwords as SCRAM verifiers, and in a file for its user alone', async () => {
    const rows = await query(server.superuserUrl, 'SELECT rolpassword FROM pg_authid WHERE rolcanlogin');

    expect(rows).toHaveLength(3);
    for (const { rolpassword } of rows) expect(rolpassword).toMatch(/^SCRAM-SHA-256\$/);
    expect(statSync(join(dataDir, 'postgres', 'credentials.json')).mode & 0o777).toBe(0o600);
  });

  it('listens on the loopback address alone, on no socket file', async () => {
    const [row] = await query(
      server.superuserUrl,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets`,
    );

    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' });
  });

  it('handles text as Unicode characters in code point order, and time as UTC', async () => {
    const [row] = await query(
      server.applicationUrl,
      `SELECT getdatabaseencoding() AS encoding, current_setting('timezone') AS timezone, length('督导'), 'Z' < 'a' AS ordered,
              upper('é') AS upper, datlocprovider AS provider FROM pg_database WHERE datname = current_database()`,
    );

    expect(row).toEqual({ encoding: 'UTF8', timezone: 'UTC', length: 2, ordered: true, upper: 'É', provider: 'b' });
  });

  it('writes what went wrong to its log, without the row that it went wrong with', async () => {
    await query(server.ownerUrl, `CREATE TABLE nameless (name text CHECK (name = ''))`);
    const naming = query(server.ownerUrl, 'INSERT INTO nameless VALUES ($1)', ['Invented Person']);
    await expect(naming).rejects.toThrow('violates check constraint');
    const log = () => readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8');
    await soon(() => expect(log()).toContain('violates check constraint'));
    expect(log()).not.toContain('Invented');
  });

  it('comes back with its rows, on the same address, after a stop', async () => {
    await query(server.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    const before = server.applicationUrl;
    await server.stop();
    server = await startEmbeddedPostgres({ dataDir });

    expect(server.applicationUrl).toBe(before);
    expect(await query(server.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('leaves nothing half-made behind', () => {
    expect(readdirSync(server.folder).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('starts again by itself, on the same address, when it is killed', async () => {
    const dead = server.server().pid;
    process.kill(dead, 'SIGKILL');

    await expect(soon(() => query(server.ownerUrl, 'SELECT one FROM kept'))).resolves.toEqual([{ one: 1 }]);
    expect(server.server().pid).not.toBe(dead);
  });
});
