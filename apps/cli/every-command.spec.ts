import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore } from '#platform/personal-data';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Command } from 'commander';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { DATABASE_STATES, foundDatabase } from '../../test/support/database-states.js';
import { codeOf, sifang } from './program.js';

const PERSON = 'person-6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11';

interface Place {
  readonly url: string;
  /** A log to copy to, as its owner. */
  readonly target: string;
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
  generate: () => ['--events', '500'],
  init: () => ['--territory', 'K', '--body', 'Office', '--person', 'Gu An', '--sign-in', 'Founder'],
  'keys copy': ({ url, folder }) => ['--from', join(folder, 'keys'), '--to', url],
  'keys verify': () => [],
  'log copy': ({ url, target }) => ['--from', url, '--to', target],
  'log verify': () => [],
  'log test-clock': ({ url }) => ['--from', '2025-01-02T08:00:00+08:00', '--url', url],
  'security log': () => [],
  'views status': () => [],
  'views rebuild': () => ['finding_card'],
  'views rollback': () => ['finding_card'],
  'views discard': () => ['finding_card'],
};

/** Every command that does something, by its whole name. */
const leaves = (command: Command, way = ''): readonly string[] =>
  command.commands.flatMap((one) => {
    const name = `${way} ${one.name()}`.trim();
    return one.commands.length > 0 ? leaves(one, name) : [name];
  });

describe('what machine or operator did ends no command in a stack trace', () => {
  const commands = leaves(sifang());

  it('asks every command there is', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...commands].sort());
  });

  let target: FreshDatabase;
  beforeAll(async () => {
    target = await freshDatabase();
  });
  afterAll(() => target.drop());

  describe.each(DATABASE_STATES)('where the database is $is', ({ make, said, mayPass = [], unasked = [] }) => {
    let drop: () => Promise<void>;
    let place: Place;
    const before = { ...process.env };
    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'sifang-cli-'));
      await (await FileKeyStore.open(join(folder, 'keys'))).close();
      const found = await foundDatabase(make, folder);
      place = { url: found.url, target: target.ownerUrl, folder };
      drop = found.drop;
      Object.assign(process.env, {
        DATABASE_URL: place.url,
        DATA_DIR: join(place.folder, 'data'),
        LOG_LEVEL: 'silent',
        SIFANG_NAME: 'x',
        SIFANG_PASSWORD: 'y',
      });
    });
    afterAll(async () => {
      process.env = before;
      process.exitCode = 0;
      await drop();
      await rm(place.folder, { recursive: true });
    });

    it.each(commands.filter((name) => !unasked.includes(name)))('sifang %s', async (name) => {
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
      if (!mayPass.includes(name)) expect(code).not.toBe(0);
      expect(told.filter((one) => typeof one !== 'string')).toEqual([]);
      if (name === 'account list') expect(told.join()).toMatch(said);
      const lines = told.map(String).flatMap((one) => one.split('\n'));
      expect(lines.filter((line) => line !== '' && !/\p{Script=Han}/u.test(line))).toEqual([]);
    });
  });
});
