import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { findBinaries, program, type Binaries } from './binaries.js';
import { isLinked, linkInside } from './links.js';
import { usable } from './usable-binaries.js';

describe('binaries whose install script was blocked', () => {
  const folder = temporaryFolder();
  let blocked: Binaries;
  beforeAll(() => {
    const found = findBinaries();
    blocked = { ...found, folder: join(folder, 'native') };
    cpSync(found.folder, blocked.folder, { recursive: true });
    const list: unknown = JSON.parse(readFileSync(join(found.folder, 'pg-symlinks.json'), 'utf8'));
    for (const { target } of z.array(z.object({ target: z.string() })).parse(list))
      rmSync(join(blocked.folder, 'lib', basename(target)), { force: true });
  });
  afterAll(() => removeFolder(folder));

  const version = (name: 'initdb' | 'postgres', environment: Readonly<Record<string, string>>) =>
    execFileSync(program(blocked, name), ['--version'], { env: environment, encoding: 'utf8', stdio: 'pipe' });

  it('run with the links that are made in the folder of the data, and the package stays as it is', () => {
    expect(isLinked(blocked)).toBe(false);
    const before = readdirSync(join(blocked.folder, 'lib'));
    const { environment } = usable(blocked, { folder, cluster: join(folder, 'cluster'), user: undefined });

    for (const name of ['initdb', 'postgres'] as const) expect(version(name, environment)).toContain('(PostgreSQL) 18');
    expect(readdirSync(join(blocked.folder, 'lib'))).toEqual(before);
  });

  it('run by themselves once a copy of them is linked', () => {
    expect(() => version('postgres', {})).toThrow();
    linkInside(blocked);

    expect(isLinked(blocked)).toBe(true);
    expect(version('postgres', {})).toContain('(PostgreSQL) 18');
    expect(existsSync(join(blocked.folder, 'lib', 'libpq.so.5')) || process.platform !== 'linux').toBe(true);
  });
});

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn('skipped: only root hands binaries to another user');

(isRoot ? describe : describe.skip)('binaries that the server’s user cannot read', () => {
  const folder = temporaryFolder();
  afterAll(() => removeFolder(folder));
  beforeAll(() => chmodSync(folder, 0o755));

  it.each(['blocked', 'run'])('run from a copy, whether the install script was blocked or run: %s', (script) => {
    const place = { folder: join(folder, script), cluster: join(folder, script, 'cluster'), user: NOBODY };
    const found = findBinaries();
    const kept: Binaries = { ...found, folder: join(folder, `${script} private`, 'native') };
    mkdirSync(place.folder);
    cpSync(found.folder, kept.folder, { recursive: true });
    if (script === 'run') linkInside(kept);
    chmodSync(join(folder, `${script} private`), 0o700);

    const { environment, ...copy } = usable(kept, place);
    const as = { ...NOBODY, env: environment, encoding: 'utf8', cwd: '/' } as const;
    expect(execFileSync(program(copy, 'postgres'), ['--version'], as)).toContain('(PostgreSQL) 18');
  });
});

describe('a platform without binaries', () => {
  it('is told which settings name a server of its own', () => {
    expect(() => findBinaries('sunos', 'sparc')).toThrow(
      'no bundled PostgreSQL runs on this platform (sunos-sparc): set DATABASE_URL (application role) and ' +
        'DATABASE_MIGRATION_URL (owner role) to a PostgreSQL server of your own',
    );
  });
});
