import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { query } from '../support/query.js';
import { RunningApi } from '../support/running-api.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

/** The keys of personal data beside the log that they belong to, over a whole server. */
describe('the keys of a log', () => {
  let api: RunningApi;
  const copy = temporaryFolder();
  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(founding)).failed).toEqual([]);
  });
  afterAll(async () => {
    await api.stop();
    removeFolder(copy);
  });
  const keys = () => join(api.folder, 'keys');
  const restartWith = (change: () => void) =>
    api.restart(async () => {
      await Promise.resolve();
      change();
    });
  const names = async () => {
    const { data } = await api.ask('admin', '{ persons(first: 3) { edges { node { name } } } }');
    return JSON.stringify(data);
  };

  it('are known to the database', async () => {
    const rows = await query(api.databaseUrls.ownerUrl, 'SELECT log, store FROM log.key_store');
    expect(rows).toEqual([{ log: expect.any(String), store: expect.any(String) }]);
  });

  it('that are not there keep the server from starting, in one line, and nothing is shown as erased', async () => {
    const before = await names();
    cpSync(keys(), copy, { recursive: true });
    const starting = restartWith(() => {
      rmSync(keys(), { recursive: true });
    });
    await expect(starting).rejects.toThrow(
      /^the keys in [^\n]+ are not those of this log [^\n]+密钥库不属于本日志[^\n]+$/,
    );

    await restartWith(() => {
      cpSync(copy, keys(), { recursive: true, force: true });
    });
    expect(await names()).toBe(before);
    expect(before).not.toMatch(/erased|missing/);
  });
});
