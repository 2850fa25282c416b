import { afterAll, describe, expect, it } from '@jest/globals';
import { startNode } from '../../../test/support/node-process.js';
import { query } from '../../../test/support/query.js';
import { soon } from '../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

// Processes start and end here, on machines that may be busy.

describe('a second start on the same data folder', () => {
  const dataDir = temporaryFolder();
  afterAll(() => removeFolder(dataDir));

  it('takes the running server over, and brings it back when its owner ends it', async () => {
    const owner = await startEmbeddedPostgres({ dataDir });
    const guest = await startEmbeddedPostgres({ dataDir });
    expect(guest.applicationUrl).toBe(owner.applicationUrl);
    expect(guest.server()).toMatchObject({ adopted: true, pid: owner.server().pid });

    await query(owner.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    await owner.stop();

    expect(await soon(() => query(guest.ownerUrl, 'SELECT one FROM kept'))).toEqual([{ one: 1 }]);
    expect(guest.server().adopted).toBe(false);
    await guest.stop();
    await expect(query(guest.ownerUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('leaves the server to its owner when it stops', async () => {
    const owner = await startEmbeddedPostgres({ dataDir });
    const guest = await startEmbeddedPostgres({ dataDir });
    await guest.stop();

    expect(await query(owner.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await owner.stop();
  });

  it('may happen at the same time on an empty folder: both processes get the same server', async () => {
    const empty = temporaryFolder();
    const both = [1, 2].map(() => startNode('test/support/hold-postgres.ts', [empty]));
    const held = await Promise.all(both.map(({ line }) => line(/^{/)));

    expect(held[0]).toBe(held[1]);
    for (const { child } of both) child.stdin?.end();
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    removeFolder(empty);
  });
});
