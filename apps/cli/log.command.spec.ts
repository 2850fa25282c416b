import { readdirSync } from 'node:fs';
import { PostgresEventStore, PostgresLogSource } from '#platform/postgres';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anAppend } from '../../libs/platform/event-store/event-store.contract.js';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { Peer } from '../../test/support/kurrent-peer/peer.js';
import { startNode } from '../../test/support/node-process.js';
import { query } from '../../test/support/query.js';
import { removeFolder, temporaryFolder } from '../../test/support/temporary-folder.js';

// Programs start here, on machines that may be busy.
jest.setTimeout(120_000);

/** What a run of `sifang` printed, and its exit code. */
const sifang = async (...args: readonly string[]) => {
  const { lines, ended } = startNode('apps/cli/sifang.ts', args, { env: { ...process.env, LOG_LEVEL: 'warn' } });
  const code = await ended;
  return { code, text: lines.join('\n') };
};

const recordsIn = async (url: string) => {
  const log = new PostgresLogSource(url);
  try {
    return await log.records('start', 1_000);
  } finally {
    await log.close();
  }
};

describe('sifang log', () => {
  let source: FreshDatabase;
  let target: FreshDatabase;
  beforeAll(async () => {
    [source, target] = await Promise.all([freshDatabase(), freshDatabase()]);
    const events = new PostgresEventStore(source.applicationUrl);
    for (let n = 0; n < 20; n++) await events.append(anAppend());
    await events.close();
  });
  afterAll(async () => {
    await Promise.all([source.drop(), target.drop()]);
  });

  it('copies a log, verifies both, and names the event that was changed since', async () => {
    const copied = await sifang('--json', 'log', 'copy', '--from', source.applicationUrl, '--to', target.ownerUrl);
    expect(copied).toMatchObject({ code: 0 });
    const [row] = JSON.parse(copied.text) as readonly Record<string, unknown>[];
    expect(row).toMatchObject({ events: 20, added: 20, copySha256: row?.['sourceSha256'] });

    const verified = await sifang('log', 'verify', '--url', target.applicationUrl);
    expect(verified).toMatchObject({ code: 0, text: expect.stringContaining(String(row?.['copySha256'])) });

    await query(target.superuserUrl, `UPDATE log.event SET data = '{"n":1}' WHERE position = 7`);
    const forged = await sifang('log', 'verify', '--url', target.applicationUrl);
    expect(forged).toMatchObject({ code: 4, text: expect.stringMatching(/position 位置 7: the payload digest/) });

    const again = await sifang('log', 'copy', '--from', source.applicationUrl, '--to', target.ownerUrl);
    expect(again).toMatchObject({
      code: 4,
      text: expect.stringMatching(/target holds something else .*位置 7: the payload/),
    });
  });

  it('moves a log to KurrentDB and back, and nothing of it changes', async () => {
    const [peer, back] = [await new Peer().start(), await freshDatabase()];
    try {
      const there = await sifang('--json', 'log', 'copy', '--from', source.applicationUrl, '--to', peer.url);
      expect(there).toMatchObject({ code: 0 });
      const verified = await sifang('--json', 'log', 'verify', '--url', peer.url);
      expect(verified).toMatchObject({ code: 0 });
      const again = await sifang('--json', 'log', 'copy', '--from', peer.url, '--to', back.ownerUrl);
      expect(again).toMatchObject({ code: 0 });
      expect(await recordsIn(back.applicationUrl)).toEqual(await recordsIn(source.applicationUrl));
    } finally {
      await Promise.all([peer.stop(), back.drop()]);
    }
  });

  it('makes no database where it was asked to read one', async () => {
    const folder = temporaryFolder();
    for (const args of [
      ['verify', '--url', folder],
      ['copy', '--from', folder, '--to', target.ownerUrl],
    ]) {
      expect(await sifang('log', ...args)).toMatchObject({
        code: 1,
        text: expect.stringContaining('is no data folder'),
      });
    }
    expect(readdirSync(folder)).toEqual([]);
    removeFolder(folder);
  });

  it('tells how to call it', async () => {
    const same = await sifang('log', 'copy', '--from', source.ownerUrl, '--to', source.ownerUrl);
    expect(same).toMatchObject({ code: 2, text: expect.stringContaining('the same') });
    const strange = await sifang('log', 'verify', '--url', 'mysql://root@localhost/log');
    expect(strange).toMatchObject({ code: 2, text: expect.stringContaining('postgres://…') });
    const notOwner = await sifang('log', 'copy', '--from', source.ownerUrl, '--to', target.applicationUrl);
    expect(notOwner).toMatchObject({ code: 1, text: expect.stringContaining('log in as the owner') });
  });
});
