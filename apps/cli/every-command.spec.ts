import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Command } from 'commander';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { Pooler } from '../../test/support/pooler/pooler.js';
import { query } from '../../test/support/query.js';
import { codeOf, sifang } from './program.js';

const PERSON = 'person-6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11';

interface Place {
  readonly url: string;
  readonly folder: string;
}

/** Something to ask each command for, of a database and of a folder that is not there. */
const SAMPLES: Readonly<Record<string, (place: Place) => readonly string[]>> = {
  'account add': () => ['--person', PERSON, '--sign-in', 'Somebody'],
  'account list': () => [],
  'account reset': () => ['Somebody'],
  'account disable': () => ['Somebody', '--reason', 'left'],
  'account enable': () => ['Somebody', '--reason', 'back'],
  'account unpin': () => ['Somebody', '--reason', 'moved'],
  'account password': () => [],
  backup: ({ folder }) => [join(folder, 'backup')],
  restore: ({ folder }) => [join(folder, 'backup')],
  doctor: () => [],
  'evidence verify': () => [],
  generate: () => ['--events', '10'],
  init: () => ['--territory', 'K', '--body', 'Office', '--person', 'Gu An', '--sign-in', 'Founder'],
  'keys copy': ({ url, folder }) => ['--from', join(folder, 'keys'), '--to', url],
  'keys verify': () => [],
  'log copy': ({ url }) => ['--from', url, '--to', Object.assign(new URL(url), { pathname: '/none' }).href],
  'log verify': () => [],
  'log test-clock': ({ url }) => ['--from', '2025-01-02T08:00:00+08:00', '--url', url],
  'security log': () => [],
  'views status': () => [],
  'views rebuild': () => ['finding_card'],
  'views rollback': () => ['finding_card'],
  'views discard': () => ['finding_card'],
};

/** These need no more than the log itself, whatever else is not as it should be. */
const ASK_LITTLE = ['log verify', 'log test-clock'];

/** Every command that does something, by its whole name. */
const leaves = (command: Command, way = ''): readonly string[] =>
  command.commands.flatMap((one) => {
    const name = `${way} ${one.name()}`.trim();
    return one.commands.length > 0 ? leaves(one, name) : [name];
  });

/** What an operator may find the database to be. */
const STATES: Readonly<Record<string, (database: FreshDatabase) => Promise<string | Pooler>>> = {
  away: ({ applicationUrl }) => Promise.resolve(Object.assign(new URL(applicationUrl), { port: '1' }).href),
  'without our schemas': async ({ applicationUrl, ownerUrl }) => {
    await query(ownerUrl, 'DROP SCHEMA migration, log, view, sign_in, security CASCADE');
    return applicationUrl;
  },
  'of an older release': async ({ applicationUrl, ownerUrl }) => {
    await query(ownerUrl, 'DELETE FROM migration.applied WHERE number = (SELECT max(number) FROM migration.applied)');
    return applicationUrl;
  },
  'of a newer release': async ({ applicationUrl, ownerUrl }) => {
    await query(
      ownerUrl,
      `INSERT INTO migration.applied SELECT 9999, '9999_later.sql', sha256, app_role FROM migration.applied LIMIT 1`,
    );
    return applicationUrl;
  },
  "entered with the owner's role": ({ ownerUrl }) => Promise.resolve(ownerUrl),
  'entered as nobody': ({ applicationUrl }) =>
    Promise.resolve(Object.assign(new URL(applicationUrl), { password: 'guessed' }).href),
  'one that is not there': ({ applicationUrl }) =>
    Promise.resolve(Object.assign(new URL(applicationUrl), { pathname: '/none' }).href),
  'behind a pooler by transaction': ({ applicationUrl }) =>
    Pooler.before(applicationUrl, { by: 'transaction', settings: 'refused' }),
};

describe('what machine or operator did ends no command in a stack trace', () => {
  const commands = leaves(sifang());

  it('asks every command there is', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...commands].sort());
  });

  describe.each(Object.entries(STATES))('where the database is %s', (_, make) => {
    let database: FreshDatabase;
    let pooler: Pooler | undefined;
    let place: Place;
    const before = { ...process.env };
    beforeAll(async () => {
      database = await freshDatabase();
      const made = await make(database);
      pooler = typeof made === 'string' ? undefined : made;
      const url = typeof made === 'string' ? made : made.url;
      place = { url, folder: await mkdtemp(join(tmpdir(), 'sifang-cli-')) };
      Object.assign(process.env, {
        DATABASE_URL: url,
        DATA_DIR: place.folder,
        LOG_LEVEL: 'silent',
        SIFANG_NAME: 'x',
        SIFANG_PASSWORD: 'y',
      });
    });
    afterAll(async () => {
      process.env = before;
      process.exitCode = 0;
      await pooler?.close();
      await database.drop();
      await rm(place.folder, { recursive: true });
    });

    it.each(commands)('sifang %s', async (name) => {
      const told: unknown[] = [];
      const heard = jest.spyOn(console, 'error').mockImplementation((...all: unknown[]) => void told.push(...all));
      // Tables are for `doctor`, which says of each thing what it found.
      const shown = jest.spyOn(console, 'log').mockImplementation(() => undefined);
      process.exitCode = undefined;
      const asked = [...name.split(' '), ...(SAMPLES[name]?.(place) ?? [])];
      const code = await sifang()
        .parseAsync(asked, { from: 'user' })
        .then(() => process.exitCode ?? 0, codeOf);
      heard.mockRestore();
      shown.mockRestore();

      if (!ASK_LITTLE.includes(name)) expect(code).not.toBe(0);
      expect(told.filter((one) => typeof one !== 'string')).toEqual([]);
      const lines = told.map(String).flatMap((one) => one.split('\n'));
      expect(lines.filter((line) => line !== '' && !/\p{Script=Han}/u.test(line))).toEqual([]);
    });
  });
});
