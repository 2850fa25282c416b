import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startNode } from '../../../test/support/node-process.js';
import { query } from '../../../test/support/query.js';
import { until } from '../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { exists } from './processes.js';

describe('a data folder in which making the cluster was cut off', () => {
  let dataDir: string;
  let home: string;
  beforeEach(() => {
    dataDir = temporaryFolder();
    home = join(dataDir, 'postgres');
  });
  afterEach(() => removeFolder(dataDir));

  const startsAndIsClean = async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(readdirSync(home).filter((name) => name.includes('.new-'))).toEqual([]);
  };

  it('is used as if that had never been tried', async () => {
    const gone = startNode('test/support/no-such-file.ts').child.pid ?? 0;
    await until(() => !exists(gone));
    const halfMade = join(home, `cluster.new-${gone}`);
    mkdirSync(halfMade, { recursive: true });
    writeFileSync(join(halfMade, 'PG_VERSION'), '18\n');
    writeFileSync(`${halfMade}.password`, 'left behind');

    await startsAndIsClean();
  });

  it('starts after kill -9 in the middle of it', async () => {
    const holder = startNode('test/support/hold-postgres.ts', [dataDir]);
    await until(() => existsSync(join(home, `cluster.new-${holder.child.pid}`, 'base')));
    holder.child.kill('SIGKILL');
    await holder.ended;
    expect(existsSync(join(home, 'cluster'))).toBe(false);

    await startsAndIsClean();
  });
});
