import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { backup, restore } from '#platform/embedded-postgres';
import type { After, EventStore } from '#platform/event-store';
import { verifyLog, type LogRecord, type LogSource } from '#platform/log-tools';
import { PostgresLogSource } from '#platform/postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { boxCard, shelfBoard } from '../support/boxes.js';
import { full, times } from '../support/faults.js';
import { startNode } from '../support/node-process.js';
import { query } from '../support/query.js';
import { soon, until } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { newBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { inspectorUrl, openCluster, type OwnCluster } from './support/own-cluster.js';
import type { Told } from './support/told.js';
import { write } from './support/writers.js';

// Servers start and end here, on machines that may be busy.
jest.setTimeout(full ? 3_600_000 : 240_000);

const PATIENCE_MS = times(200_000, 1_800_000);
const PAGE = 10_000;
const VIEWS = [boxCard(), shelfBoard()];

/** Remembers the commands that were acknowledged, as they are; unhurried, so that views keep up on a busy machine. */
const remembering = (events: Pick<EventStore, 'append'>) => {
  const acknowledged = new Set<string>();
  const append: EventStore['append'] = async (asked) => {
    await sleep(20);
    const answer = await events.append(asked);
    acknowledged.add(asked.occasion.commandId);
    return answer;
  };
  return { acknowledged, append };
};

const isWhole = async (log: LogSource) => {
  expect(await verifyLog(log, { isDense: true })).not.toHaveProperty('reason');
};

type Page = readonly LogRecord[];

/** How many records a log holds, all of which the other one has at the same place. */
const heldBoth = async (url: string, other: string): Promise<number> => {
  const logs = [url, other].map((address) => new PostgresLogSource(address));
  let count = 0;
  let after: After = 'start';
  for (;;) {
    const [own = [], others = []]: Page[] = await Promise.all(logs.map((log) => log.records(after, PAGE)));
    const last = own.at(-1);
    if (!last) break;
    const same = others.slice(0, own.length);
    // Says the same as what follows, and quicker: there may be a million.
    if (!isDeepStrictEqual(own, same)) expect(own).toEqual(same);
    count += own.length;
    after = last.position;
  }
  await Promise.all(logs.map((log) => log.close()));
  return count;
};

/** How many files are below a folder; none while it is being made, renamed or removed. */
const filesIn = (folder: string): number => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
  } catch {
    return 0;
  }
};

describe('F25 backup and restore', () => {
  const root = temporaryFolder();
  const at = (name: string) => join(root, name);
  let source: OwnCluster;
  beforeAll(async () => {
    source = await openCluster(at('source'));
    mkdirSync(join(at('source'), 'keys'));
    writeFileSync(join(at('source'), 'keys', 'master-key'), 'secret');
    await source.world.follower(VIEWS).start();
  });
  afterAll(async () => {
    await source.close();
    removeFolder(root);
  });

  /** Backs up while writers write; tells what they heard, and who had been answered before the copy of the files was over. */
  const backUpDuringWrites = async (folder: string) => {
    const { acknowledged, append } = remembering(source.world.events);
    let early = new Set<string>();
    let size: number | undefined;
    let over = false;
    const writing = write({
      writers: 4,
      work: newBoxes({ append }),
      more: (done) => !over || done < times(30, 5_000),
    });
    // A quick disk has the files copied before anybody is answered.
    await until(() => acknowledged.size > 0);
    const manifest = await backup({
      ...{ dataDir: at('source'), folder, withKeys: false, durable: false },
      progressed: (done, total) => {
        size ??= total;
        if (done < size * 0.95) early = new Set(acknowledged);
      },
    }).finally(() => (over = true));
    return { manifest, told: await writing, early };
  };

  it('loses nothing that was acknowledged before the end, and takes nothing in half', async () => {
    await write({ writers: 8, work: newBoxes(source.world.events), more: (done) => done < times(25, 60_000) });
    const before = await source.world.events.head();
    const { manifest, told, early } = await backUpDuringWrites(at('backup'));
    expect(early.size).toBeGreaterThan(0);
    expect(BigInt(manifest.log.events)).toBeGreaterThan(before === 'start' ? 0n : before + 1n);
    const began = performance.now();
    await restore({ folder: at('backup'), dataDir: at('restored'), verify: isWhole, durable: false });
    const minutes = (performance.now() - began) / 60_000;
    if (full) console.info(`F25: ${manifest.log.events} events restored and verified in ${minutes.toFixed(1)} min`);

    const restored = await openCluster(at('restored'));
    try {
      expect(restored.server.server().port).not.toBe(source.server.server().port);
      expect(await restored.world.events.identity()).toBe(await source.world.events.identity());
      const held = await heldBoth(restored.server.ownerUrl, source.server.ownerUrl);
      expect(held).toBeGreaterThanOrEqual(Number(manifest.log.events));

      const { start, caughtUp } = restored.world.follower(VIEWS, restored.world.events, undefined, PATIENCE_MS);
      await start();
      await caughtUp();
      // Whoever was answered later may be in it, whole, or not at all.
      const open = { is: 'unknown', why: 'late' } as const;
      const promised = told.map((one): Told => (early.has(one.commandId) ? one : { ...one, last: open }));
      expect(await violations({ url: inspectorUrl(restored.server), told: promised, views: VIEWS })).toEqual([]);

      // It is a log to go on with.
      const more = await write({ writers: 2, work: newBoxes(restored.world.events), more: (done) => done < 5 });
      expect(await violations({ url: inspectorUrl(restored.server), told: more, views: VIEWS })).toEqual([]);
    } finally {
      await restored.close();
    }
  });

  it('leaves the keys of personal data out unless asked for them', async () => {
    expect(existsSync(join(at('backup'), 'keys'))).toBe(false);
    await backup({ dataDir: at('source'), folder: at('with-keys'), withKeys: true, durable: false });
    expect(readFileSync(join(at('with-keys'), 'keys', 'master-key'), 'utf8')).toBe('secret');
    await restore({ folder: at('with-keys'), dataDir: at('restored-keys'), verify: isWhole, durable: false });
    expect(readFileSync(join(at('restored-keys'), 'keys', 'master-key'), 'utf8')).toBe('secret');
  });

  describe('refuses', () => {
    const restored = (folder = 'backup', dataDir = 'never') =>
      restore({ folder: at(folder), dataDir: at(dataDir), verify: isWhole, durable: false });
    /** Breaks something of the backup for one try, then mends it. */
    const broken = async (file: string, spoil: (path: string) => void): Promise<unknown> => {
      const path = join(at('backup'), file);
      const kept = readFileSync(path);
      spoil(path);
      try {
        return await restored().catch((error: unknown) => error);
      } finally {
        writeFileSync(path, kept);
      }
    };

    afterEach(() => {
      expect(readdirSync(root).filter((name) => name.startsWith('never'))).toEqual([]);
    });

    it.each<readonly [string, string, (path: string) => void, RegExp]>([
      ['a backup without its manifest', 'manifest.json', (path) => rmSync(path), /no finished backup/],
      [
        'a manifest that ends too early',
        'manifest.json',
        (path) => writeFileSync(path, '{"format":1'),
        /not a manifest/,
      ],
      ['a file that grew', 'cluster/global/pg_control', (path) => appendFileSync(path, 'x'), /pg_control is changed/],
      ['a file that is missing', 'cluster/PG_VERSION', (path) => rmSync(path), /PG_VERSION is missing/],
      ['a changed password', 'credentials.json', (path) => writeFileSync(path, '{}'), /credentials.json is changed/],
    ])('%s', async (_, file, spoil, message) => {
      expect(await broken(file, spoil)).toMatchObject({ name: 'CannotStart', message: expect.stringMatching(message) });
    });

    it('a log that does not pass', async () => {
      const verify = () => Promise.reject(new Error('no good'));
      await expect(restore({ folder: at('backup'), dataDir: at('never'), verify, durable: false })).rejects.toThrow(
        'no good',
      );
    });

    it('a data folder that is in use, and a backup folder that is not empty', async () => {
      await expect(restored('backup', 'source')).rejects.toThrow('is not empty');
      const folder = at('backup');
      await expect(backup({ dataDir: at('source'), folder, withKeys: false })).rejects.toThrow('is not empty');
      await expect(backup({ dataDir: at('never'), folder: at('x'), withKeys: false })).rejects.toThrow('no database');
    });
  });

  describe('killed at any point', () => {
    const sifang = (dataDir: string, ...args: readonly string[]) =>
      startNode('apps/cli/sifang.ts', args, { env: { ...process.env, DATA_DIR: at(dataDir), LOG_LEVEL: 'warn' } });
    const whole = () => filesIn(at('backup'));

    it('a backup is recognised as half-made, and the server goes on', async () => {
      for (let n = 0; n < times(2, 20); n++) {
        const folder = at(`half-${String(n)}`);
        const wanted = 1 + Math.floor(Math.random() * whole());
        const run = sifang('source', 'backup', folder);
        await Promise.race([until(() => filesIn(folder) >= wanted), run.ended]);
        run.child.kill('SIGKILL');
        await run.ended;
        const isFinished = existsSync(join(folder, 'manifest.json'));
        const tried = restore({ folder, dataDir: at('after-kill'), verify: isWhole, durable: false });
        if (isFinished) await tried;
        else await expect(tried).rejects.toThrow('no finished backup');
        removeFolder(at('after-kill'));
        removeFolder(folder);
      }
      const slots = 'SELECT count(*)::int AS slots FROM pg_replication_slots';
      await soon(async () => expect(await query(source.server.superuserUrl, slots)).toEqual([{ slots: 0 }]));
    });

    it('a restore leaves nothing that would be started, and the next one works', async () => {
      const points = [
        ...Array.from({ length: times(1, 15) }, () => Math.floor(Math.random() * whole())),
        // The server starts; it runs.
        ...(full ? ['server.log', 'owner.json'] : ['owner.json']),
      ];
      for (const point of points) {
        const reached = () => sidesOf(at('again')).some((side) => isAt(side, point));
        const run = sifang('again', 'restore', at('backup'));
        await Promise.race([until(reached), run.ended]);
        run.child.kill('SIGKILL');
        await run.ended;
        expect(run.child.exitCode === 0 || !existsSync(at('again'))).toBe(true);
        removeFolder(at('again'));
      }
      await restore({ folder: at('backup'), dataDir: at('again'), verify: isWhole, durable: false });
      expect(sidesOf(at('again'))).toEqual([]);
    });
  });
});

/** What is being made beside a folder. */
const sidesOf = (folder: string): readonly string[] =>
  readdirSync(dirname(folder))
    .filter((name) => name.startsWith(`${basename(folder)}.new-`))
    .map((name) => join(dirname(folder), name));

const isAt = (side: string, point: number | string): boolean =>
  typeof point === 'number' ? filesIn(side) >= point : existsSync(join(side, 'postgres', point));
