import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startNode } from '../../../test/support/node-process.js';
import { childrenOf, parentOf } from '../../../test/support/process-tree.js';
import { query } from '../../../test/support/query.js';
import { soon, until } from '../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { commandLine } from './processes.js';

// Processes start and end here, on machines that may be busy.

const Held = z.object({ ownerUrl: z.string(), pid: z.number() });

describe('when the process that started PostgreSQL is killed', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = temporaryFolder();
  });
  afterEach(() => {
    removeFolder(dataDir);
  });

  const hold = async () => {
    const holder = startNode('test/support/hold-postgres.ts', [dataDir]);
    const held = Held.parse(JSON.parse(await holder.line(/^{/)));
    return { ...holder, ...held };
  };

  it('the server ends, the next start works, and every acknowledged row is there', async () => {
    const { child, ownerUrl, pid } = await hold();
    await query(ownerUrl, 'CREATE TABLE acknowledged AS SELECT 1 AS one');
    child.kill('SIGKILL');
    await until(() => commandLine(pid) === '');

    const next = await startEmbeddedPostgres({ dataDir });
    expect(await query(next.ownerUrl, 'SELECT one FROM acknowledged')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it('the next start need not wait for that', async () => {
    const { child, ownerUrl, pid, ended } = await hold();
    await query(ownerUrl, 'CREATE TABLE acknowledged AS SELECT 1 AS one');
    child.kill('SIGKILL');
    await ended;

    const next = await startEmbeddedPostgres({ dataDir });
    expect(next.server().pid).not.toBe(pid);
    expect(await query(next.ownerUrl, 'SELECT one FROM acknowledged')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it('with the shell above the server and its watch, the next start takes the orphan over', async () => {
    const { child, pid, ended } = await hold();
    const shell = parentOf(pid);
    for (const watch of [...childrenOf(shell).filter((other) => other !== pid), shell]) process.kill(watch, 'SIGKILL');
    child.kill('SIGKILL');
    await ended;
    expect(commandLine(pid)).toContain('postgres');

    const next = await startEmbeddedPostgres({ dataDir });
    expect(next.server()).toMatchObject({ adopted: false });
    await next.stop();
    await soon(() => expect(commandLine(pid)).toBe(''));
  });
});
