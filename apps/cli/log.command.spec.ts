import { readdirSync } from 'node:fs';
import { PostgresEventStore, PostgresLogSource } from '#platform/postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anAppend } from '../../libs/platform/event-store/event-store.contract.js';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { Peer } from '../../test/support/kurrent-peer/peer.js';
import { startNode } from '../../test/support/node-process.js';
import { query } from '../../test/support/query.js';
import { removeFolder, temporaryFolder } from '../../test/support/temporary-folder.js';

// Programs start here, on machines that may be busy.

/** What a run of `sifang` printed, and its exit code. */
const sifang = (...args: readonly string[]) => sifangWith({}, ...args);

const sifangWith = async (environment: NodeJS.ProcessEnv, ...args: readonly string[]) => {
  const env = { ...process.env, LOG_LEVEL: 'warn', ...environment };
  const { lines, ended } = startNode('apps/cli/sifang.ts', args, { env });
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

describe('sifang log test-clock', () => {
  const FROM = '2025-01-02T08:00:00+08:00';
  const MARK = { testClockFrom: '2025-01-02T00:00:00.000Z' };
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const set = (...more: readonly string[]) => sifang('--json', 'log', 'test-clock', '--from', FROM, ...more);
  const rowIn = ({ code, text }: Awaited<ReturnType<typeof sifang>>) => {
    expect({ code, text }).toMatchObject({ code: 0 });
    return (JSON.parse(text) as readonly Record<string, unknown>[])[0];
  };
  const verified = async (url: string) => rowIn(await sifang('--json', 'log', 'verify', '--url', url));

  it('marks an empty log for good, and the mark is shown, and goes to a copy in KurrentDB and back', async () => {
    expect(rowIn(await set('--url', database.ownerUrl))).toMatchObject(MARK);
    const events = new PostgresEventStore(database.applicationUrl);
    for (let n = 0; n < 3; n++) await events.append(anAppend());
    await events.close();
    expect(await verified(database.applicationUrl)).toMatchObject({ events: 3, ...MARK });
    expect(await set('--url', database.ownerUrl)).toMatchObject({
      code: 1,
      text: expect.stringContaining('holds events'),
    });

    const [peer, back] = [await new Peer().start(), await freshDatabase()];
    try {
      rowIn(await sifang('--json', 'log', 'copy', '--from', database.applicationUrl, '--to', peer.url));
      expect(await verified(peer.url)).toMatchObject({ events: 3, ...MARK });
      rowIn(await sifang('--json', 'log', 'copy', '--from', peer.url, '--to', back.ownerUrl));
      expect(await verified(back.applicationUrl)).toMatchObject({ events: 3, ...MARK });
      expect(await set('--url', peer.url)).toMatchObject({ code: 1, text: expect.stringContaining('holds events') });
    } finally {
      await Promise.all([peer.stop(), back.drop()]);
    }
  });

  it('is for the owner of the log alone, and sets what its configuration names', async () => {
    const DATABASE_URL = database.applicationUrl;
    const asked = ['--json', 'log', 'test-clock', '--from', FROM] as const;
    expect(await sifangWith({ DATABASE_URL }, ...asked)).toMatchObject({
      code: 2,
      text: expect.stringMatching(/DATABASE_MIGRATION_URL.*所有者/),
    });
    expect(await set('--url', DATABASE_URL)).toMatchObject({ code: 1, text: expect.stringContaining('the owner') });
    expect(await verified(DATABASE_URL)).not.toHaveProperty('testClockFrom');
    const both = { DATABASE_URL, DATABASE_MIGRATION_URL: database.ownerUrl };
    expect(rowIn(await sifangWith(both, ...asked))).toMatchObject(MARK);
  });

  it.each(['yesterday', '2999-01-01T00:00:00Z', '1949-01-01T00:00:00Z'])('cannot begin at %s', async (from) => {
    const told = await sifang('log', 'test-clock', '--from', from, '--url', database.ownerUrl);
    expect(told).toMatchObject({ text: expect.stringMatching(/\p{Script=Han}/u) });
    expect([1, 2]).toContain(told.code);
    expect(await verified(database.applicationUrl)).not.toHaveProperty('testClockFrom');
  });
});
