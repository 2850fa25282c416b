import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogSource } from '#platform/log-tools';
import { CannotStart, PostgresLogSource } from '#platform/postgres';
import { copyFile, syncWhole } from './backup-files.js';
import { readManifest, type Manifest, type ManifestFile } from './backup-manifest.js';
import { findBinaries } from '../binaries.js';
import { codeOf, sync } from '../durable.js';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import { removeLeftovers, sideOf } from '../leftovers.js';
import { findDataDirectory, handTo, type DataDirectory } from '../data-directory.js';

export interface Restore {
  /** The folder that holds the backup. */
  readonly folder: string;
  /** Is not there, or is empty. */
  readonly dataDir: string;
  /** Called with the restored log before it gets its name; a throw ends the restore and leaves nothing. */
  readonly verify: (log: LogSource) => Promise<void>;
  /** False only for data that is thrown away: then nothing waits for the disk. */
  readonly durable?: boolean;
  /** Bytes that are copied by now, and how many there are. */
  readonly progressed?: (done: number, total: number) => void;
}

/**
 * Makes a data folder from a backup, beside the place where it will be, starts the server there, has the log looked at, and only
 * then gives the folder its name, at one stroke. Killed at any point, it leaves nothing that would be started. Throws CannotStart
 * with one line for the operator.
 */
export const restore = async (asked: Restore): Promise<Manifest> => {
  const dataDir = resolve(asked.dataDir);
  const folder = resolve(asked.folder);
  const manifest = readManifest(folder, findBinaries().version);
  refuseUsed(dataDir);
  mkdirSync(dirname(dataDir), { recursive: true });
  await removeHalfMade(dataDir);
  const side = sideOf(dataDir);
  const home = join(side, 'postgres');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const place = findDataDirectory(home);
  try {
    await copyAll({ ...asked, folder }, manifest, { side, home, place });
    await startAndVerify(side, manifest, asked);
    name(side, dataDir);
    return manifest;
  } catch (error) {
    for (const made of [place.folder, side]) rmSync(made, { recursive: true, force: true, maxRetries: 10 });
    throw error;
  }
};

const TRIES = 20;

/** The server of a restore that was killed may need a moment to end, and writes until then. */
const removeHalfMade = async (dataDir: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      removeLeftovers(dataDir);
      return;
    } catch (error) {
      if (codeOf(error) !== 'ENOTEMPTY' || tries === TRIES) throw error;
      await sleep(500);
    }
  }
};

const refuseUsed = (dataDir: string): void => {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return;
  throw new CannotStart({
    en: `${dataDir} is not empty: stop what runs there, and set DATA_DIR to a new folder`,
    zh: '数据目录非空，请先停止服务并指定新目录',
  });
};

interface Where {
  readonly side: string;
  readonly home: string;
  readonly place: DataDirectory;
}

const copyAll = async (
  { folder, progressed, durable = true }: Restore,
  manifest: Manifest,
  { side, home, place }: Where,
) => {
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const roots = { cluster: place.cluster, keys: join(side, 'keys') };
  const target = (path: string): string => {
    const [root, ...rest] = path.split('/');
    return root === 'cluster' || root === 'keys' ? join(roots[root], ...rest) : join(home, basename(path));
  };
  const folders = ['cluster', ...manifest.folders.map((path) => `cluster/${path}`)].map(target);
  for (const path of folders) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    handTo(place.user, path);
  }
  for (const file of manifest.files) {
    const to = target(file.path);
    await copyWhole(join(folder, file.path), to, file, (bytes) => progressed?.((done += bytes), total));
    if (to.startsWith(place.cluster)) handTo(place.user, to);
  }
  if (durable) for (const made of new Set([place.folder, side])) await syncWhole(made);
};

const copyWhole = async (from: string, to: string, expected: ManifestFile, progressed: (bytes: number) => void) => {
  const copied = await copyFile(from, to, progressed);
  if (copied?.bytes === expected.bytes && copied.sha256 === expected.sha256) return;
  throw new CannotStart({
    en: `the backup is damaged: ${expected.path} is ${copied ? 'changed' : 'missing'}; take another one`,
    zh: '备份已损坏，请换用另一份备份',
  });
};

const startAndVerify = async (dataDir: string, { log: backedUp }: Manifest, { verify, durable = true }: Restore) => {
  const server = await startEmbeddedPostgres({ dataDir, settings: durable ? {} : { fsync: 'off' } });
  const log = new PostgresLogSource(server.ownerUrl);
  try {
    const [identity, head] = [await log.identity(), await log.head()];
    const events = head === 'start' ? 0n : head + 1n;
    if (identity !== backedUp.identity || events < BigInt(backedUp.events)) {
      throw new CannotStart({
        en:
          `the restored log ${identity} has ${String(events)} events, the backup says ${backedUp.identity} with ` +
          `${backedUp.events} or more: take another backup`,
        zh: '恢复的日志与备份清单不符，请换用另一份备份',
      });
    }
    await verify(log);
  } finally {
    await log.close();
    await server.stop();
  }
};

/** All of it or nothing: a folder that is not empty is never replaced. */
const name = (side: string, dataDir: string): void => {
  try {
    renameSync(side, dataDir);
  } catch (error) {
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') refuseUsed(dataDir);
    throw error;
  }
  sync(dirname(dataDir));
};
