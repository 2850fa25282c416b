import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { baseBackup, CannotStart, PostgresLogSource } from '#platform/postgres';
import { clusterFiles, CONTROL, copyFile, syncWhole } from './backup-files.js';
import { MACHINE, writeManifest, type Manifest, type ManifestFile } from './backup-manifest.js';
import { writeOnce } from '../durable.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded-postgres.js';

export interface Backup {
  readonly dataDir: string;
  /** Where the backup goes: a folder that is not there, or is empty. */
  readonly folder: string;
  /** Whether the keys of personal data are backed up as well; they belong into a backup of their own. */
  readonly withKeys: boolean;
  /** False only for a copy that is thrown away: then nothing waits for the disk. */
  readonly durable?: boolean;
  /** Bytes that are copied by now, and about how many there are. */
  readonly progressed?: (done: number, total: number) => void;
}

/** Files of `postgres` in the data folder, beside the cluster, without which nobody can log in. */
const CREDENTIALS = 'credentials.json';

/**
 * Backs up the bundled PostgreSQL of a data folder while it runs and is written to: what is acknowledged when the copy of the
 * write-ahead log begins, at the end, is in it. The manifest comes last, so a backup that broke off is never taken for one.
 * Throws CannotStart with one line for the operator.
 */
export const backup = async (asked: Backup): Promise<Manifest> => {
  const home = join(asked.dataDir, 'postgres');
  if (!existsSync(home)) {
    throw new CannotStart({
      en: `${asked.dataDir} holds no database to back up: set DATA_DIR to the server's`,
      zh: '数据目录中没有数据库，请将 DATA_DIR 设为服务所用目录',
    });
  }
  const folder = makeEmpty(asked.folder);
  const server = await startEmbeddedPostgres({ dataDir: asked.dataDir });
  try {
    return await new Run(asked, folder, server).take();
  } finally {
    await server.stop();
  }
};

const makeEmpty = (path: string): string => {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length === 0) return folder;
  throw new CannotStart({ en: `${folder} is not empty: name a new folder`, zh: '目录非空，请指定新目录' });
};

/** One call of `backup`. */
class Run {
  readonly #files: ManifestFile[] = [];
  #folders: readonly string[] = [];
  #done = 0;
  #total = 0;

  constructor(
    private readonly asked: Backup,
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
  ) {}

  async take(): Promise<Manifest> {
    const log = new PostgresLogSource(this.server.ownerUrl);
    try {
      let head = await log.head();
      const { serverVersion, label, tablespaces } = await baseBackup(this.server.superuserUrl, {
        copyFiles: async () => {
          await this.copyCluster();
          head = await log.head();
        },
        copyWal: (names) => this.copyWal(names),
      });
      if (tablespaces !== '') throw new Error('the cluster has tablespaces, which a bundled one has not');
      this.write('cluster/backup_label', label);
      await this.copy(join(this.asked.dataDir, 'postgres', CREDENTIALS), CREDENTIALS);
      // Last: the key of every event that is in the backup was made before the event.
      if (this.asked.withKeys) await this.copyKeys();
      const manifest = {
        takenAt: new Date().toISOString(),
        postgres: serverVersion,
        machine: MACHINE,
        log: {
          identity: await log.identity(),
          events: String(head === 'start' ? 0n : head + 1n),
          lastPosition: String(head),
        },
        withKeys: this.asked.withKeys,
        folders: this.#folders,
        files: this.#files,
      };
      if (this.asked.durable ?? true) await syncWhole(this.folder);
      writeManifest(this.folder, manifest);
      return { format: 1, ...manifest };
    } finally {
      await log.close();
    }
  }

  private async copyCluster(): Promise<void> {
    const cluster = join(this.server.folder, 'cluster');
    const { folders, files, bytes } = await clusterFiles(cluster);
    this.#total = bytes;
    this.#folders = folders;
    for (const path of files) await this.copy(join(cluster, path), `cluster/${path}`, path !== CONTROL);
  }

  private async copyWal(names: readonly string[]): Promise<void> {
    const wal = join(this.server.folder, 'cluster', 'pg_wal');
    const histories = (await readdir(wal)).filter((name) => name.endsWith('.history'));
    for (const name of [...names, ...histories]) await this.copy(join(wal, name), `cluster/pg_wal/${name}`);
  }

  private async copyKeys(): Promise<void> {
    const keys = join(this.asked.dataDir, 'keys');
    if (!existsSync(keys)) return;
    // Names with a dot in front are drafts.
    const names = (await readdir(keys)).filter((name) => !name.startsWith('.'));
    for (const name of names) await this.copy(join(keys, name), `keys/${name}`);
  }

  private async copy(from: string, path: string, mayBeGone = false): Promise<void> {
    const copied = await copyFile(from, join(this.folder, path), (bytes) => {
      this.#done += bytes;
      this.#total = Math.max(this.#total, this.#done);
      this.asked.progressed?.(this.#done, this.#total);
    });
    if (copied) this.#files.push({ path, ...copied });
    else if (!mayBeGone) throw new Error(`${from} is gone while it is backed up`);
  }

  private write(path: string, text: string): void {
    writeOnce(join(this.folder, path), text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    this.#files.push({ path, bytes: Buffer.byteLength(text), sha256 });
  }
}
