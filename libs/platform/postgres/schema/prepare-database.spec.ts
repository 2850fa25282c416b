import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { prepareDatabase } from './prepare-database.js';

const changed = (url: string, change: Partial<URL>) => Object.assign(new URL(url), change).href;

describe("a server of the operator's own", () => {
  let database: FreshDatabase;
  let bare: FreshDatabase;
  beforeAll(async () => {
    [database, bare] = await Promise.all([freshDatabase(), freshDatabase()]);
    await query(
      bare.ownerUrl,
      'DROP SCHEMA migration CASCADE; DROP SCHEMA IF EXISTS log, view, sign_in, security CASCADE',
    );
  });
  afterAll(() => Promise.all([database.drop(), bare.drop()]));

  const prepare = ({ applicationUrl, ownerUrl }: Partial<FreshDatabase>) =>
    prepareDatabase({ applicationUrl: applicationUrl ?? database.applicationUrl, ownerUrl });

  it('needs no owner when its schema is current', async () => {
    await expect(prepare({})).resolves.toBeUndefined();
  });

  it('without a schema needs the owner, who then makes it', async () => {
    const { applicationUrl, ownerUrl } = bare;
    await expect(prepare({ applicationUrl })).rejects.toThrow('set DATABASE_MIGRATION_URL (owner role) to run them');
    await prepare({ applicationUrl, ownerUrl });

    await expect(prepare({ applicationUrl })).resolves.toBeUndefined();
    const temporary = `SELECT has_database_privilege(current_database(), 'TEMPORARY') AS may`;
    expect(await query(applicationUrl, temporary)).toEqual([{ may: false }]);
  });

  it('that refuses the password is named, without the password', async () => {
    const applicationUrl = changed(database.applicationUrl, { password: 'guessed' });

    await expect(prepare({ applicationUrl })).rejects.toMatchObject({ name: 'CannotStart' });
    await expect(prepare({ applicationUrl })).rejects.toThrow(
      /^DATABASE_URL: no connection to sifang_app@127\.0\.0\.1:\d+\/test_\w+ \(password authentication failed .*\); set it/,
    );
  });

  it('that does not answer is named', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    server.close();
    await once(server, 'close');
    const ownerUrl = changed(database.ownerUrl, { port });

    await expect(prepare({ ownerUrl })).rejects.toThrow(/^DATABASE_MIGRATION_URL: no connection .*ECONNREFUSED/);
  });

  it('is not used with a role that could change the log', async () => {
    const { applicationUrl, ownerUrl, superuserUrl } = database;

    await expect(prepare({ applicationUrl: superuserUrl })).rejects.toThrow('postgres is a superuser');
    await expect(prepare({ applicationUrl: ownerUrl, ownerUrl })).rejects.toThrow('both log in as sifang_owner');
    await expect(prepare({ applicationUrl: ownerUrl })).rejects.toThrow('sifang_owner owns the log');
    await expect(prepare({ applicationUrl: ownerUrl, ownerUrl: applicationUrl })).rejects.toThrow(
      'sifang_app may not migrate',
    );
  });
});
