import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '../../../test/support/query.js';
import { soon } from '../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { isServerOn, readLockFile, removeStaleLockFile } from './lock-file.js';
import { childrenOf } from '../../../test/support/process-tree.js';
import { commandLine, exists } from './processes.js';
import { serverUser } from './unprivileged.js';

// Processes start and end here, on machines that may be busy.

describe('a lock file', () => {
  const cluster = temporaryFolder();
  afterAll(() => removeFolder(cluster));
  const write = (...lines: readonly (string | number)[]) =>
    writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'));

  it('tells the process, the port and whether the server is ready', () => {
    write(42, cluster, 1795312267, 5433, '', '127.0.0.1', '  4711 0', 'ready   ');
    expect(readLockFile(cluster)).toEqual({ pid: 42, port: 5433, ready: true });
    write(42, cluster, 1795312267, 5433, '', '127.0.0.1', '  4711 0', 'starting');
    expect(readLockFile(cluster)).toMatchObject({ ready: false });
  });

  it('tells nothing when it is empty or not there', () => {
    write('');
    expect(readLockFile(cluster)).toBeUndefined();
    removeStaleLockFile(join(cluster, 'nowhere'));
    expect(readLockFile(join(cluster, 'nowhere'))).toBeUndefined();
  });

  it('of another program is not one of a server', () => {
    expect(isServerOn(cluster, process.pid)).toBe(false);
  });
});

describe('a lock file that a dead server left', () => {
  const dataDir = temporaryFolder();
  let server: EmbeddedPostgres;
  let cluster: string;
  let other: ChildProcess | undefined;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir });
    cluster = join(server.folder, 'cluster');
    await query(server.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    await server.stop();
  });
  afterEach(async () => {
    await server.stop();
    if (other) {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
    other = undefined;
  });
  afterAll(() => {
    removeFolder(server.folder);
    removeFolder(dataDir);
  });

  /** Runs as the server's user: PostgreSQL takes only such a process for a server. */
  const run = (script: string) => (other = spawn('/bin/sh', ['-c', script], { ...serverUser(cluster), cwd: '/' }));

  const startsBeside = async (pid: number) => {
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${pid}\n${cluster}\n1795312267\n5433\n\n127.0.0.1\n  4711 0\nready\n`,
    );
    server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(server.server().adopted).toBe(false);
  };

  it('names a process that is gone: the server starts', async () => {
    const gone = run('exit 0');
    await once(gone, 'exit');
    other = undefined;

    await startsBeside(gone.pid ?? 0);
  });

  it('was emptied by a power cut: the server starts', async () => {
    const file = join(cluster, 'postmaster.pid');
    writeFileSync(file, '');
    utimesSync(file, 0, 0);
    server = await startEmbeddedPostgres({ dataDir });

    expect(await query(server.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('names an unrelated process that got the same number: the server starts, and the other lives on', async () => {
    const unrelated = run('exec sleep 1000').pid ?? 0;
    await startsBeside(unrelated);

    expect(exists(unrelated)).toBe(true);
  });

  it('names a process that ended but was not reaped: the server starts', async () => {
    // The shell starts a child and then becomes a program that never asks for it.
    const parent = run('sleep 0 & exec sleep 1000').pid ?? 0;
    const zombie = await soon(() => {
      const [child] = childrenOf(parent);
      if (child === undefined) throw new Error('not started yet');
      expect(commandLine(child)).toBe('');
      expect(exists(child)).toBe(true);
      return child;
    });
    await startsBeside(zombie);
  });
});
