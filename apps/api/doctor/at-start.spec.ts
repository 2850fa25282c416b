import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { lookAtStart, startLines } from './at-start.js';

describe('a start', () => {
  let database: FreshDatabase;
  let dataDir: string;
  beforeEach(async () => {
    database = await freshDatabase();
    dataDir = temporaryFolder();
  });
  afterEach(async () => {
    await database.drop();
    removeFolder(dataDir);
  });
  const lines = async (applicationUrl = database.applicationUrl) =>
    startLines(await lookAtStart(dataDir, applicationUrl));

  it('says nothing where nothing is to be seen to', async () => {
    expect(await lines()).toEqual([]);
  });

  it('says in one line, in both languages, what somebody should see to', async () => {
    mkdirSync(join(dataDir, 'keys'));
    chmodSync(join(dataDir, 'keys'), 0o755);
    expect(await lines()).toEqual([
      expect.stringMatching(/^ {2}Warning 警告 folder 目录: .*keys can be read by others 可被他人读取; chmod .*执行/),
    ]);
  });

  it('is held up by no look that does not work', async () => {
    const away = Object.assign(new URL(database.applicationUrl), { port: '1' }).href;
    expect(await lines(away)).toEqual([
      expect.stringMatching(/^ {2}Warning 警告 start 启动检查: [^\n]+; run sifang doctor [^\n]+$/),
    ]);
  });
});
