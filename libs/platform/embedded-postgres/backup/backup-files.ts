import { createHash } from 'node:crypto';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../durable.js';

/** Folders whose content belongs to the running server, or is brought by the backup itself; they must be there, empty. */
const EMPTY = [
  ...['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
  'pg_wal',
];
/** Of the running server, or of an earlier backup (PostgreSQL, "Backing Up the Data Directory"). */
const LEFT_OUT =
  /^(postmaster\.(pid|opts).*|backup_label(\.old)?|tablespace_map(\.old)?|pg_internal\.init.*|pgsql_tmp.*)$/;
/** Says where recovery begins: copied last, as pg_basebackup does. */
export const CONTROL = 'global/pg_control';

export interface ClusterFiles {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly bytes: number;
}

/** What of a cluster goes into a backup, by paths below it with `/` between the names. */
export const clusterFiles = async (cluster: string): Promise<ClusterFiles> => {
  const folders: string[] = [];
  const files: string[] = [];
  let bytes = 0;
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(cluster, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (LEFT_OUT.test(entry.name)) continue;
      if (entry.isSymbolicLink()) throw new Error(`${path} is a link: a bundled cluster has none`);
      if (entry.isDirectory()) {
        folders.push(path);
        if (!EMPTY.includes(path)) await visit(path);
      } else if (entry.isFile()) {
        files.push(path);
        bytes += await sizeOf(join(cluster, path));
      }
    }
  };
  await visit('');
  return { folders, files: [...files.filter((path) => path !== CONTROL), CONTROL], bytes };
};

// A table may be dropped at any time.
const sizeOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

export interface Copied {
  readonly bytes: number;
  readonly sha256: string;
}

const CHUNK = 1 << 20;

/** Copies a file and says what was in it; undefined when it is gone. */
export const copyFile = async (
  from: string,
  to: string,
  progressed: (bytes: number) => void,
): Promise<Copied | undefined> => {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const source = await open(from, 'r');
    const target = await open(to, 'wx', 0o600).catch(async (error: unknown) => {
      await source.close();
      throw error;
    });
    try {
      for await (const chunk of source.createReadStream({ highWaterMark: CHUNK, autoClose: false })) {
        const data = chunk as Buffer;
        hash.update(data);
        await target.writeFile(data);
        bytes += data.length;
        progressed(data.length);
      }
    } finally {
      await Promise.all([source.close(), target.close()]);
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
};

const AT_A_TIME = 64;

/** Has the disk keep every file and folder below a path. Many at a time: the disk takes them together. */
export const syncWhole = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  for (let from = 0; from < paths.length; from += AT_A_TIME) {
    await Promise.all(paths.slice(from, from + AT_A_TIME).map(syncOne));
  }
  await syncOne(folder);
  await syncOne(dirname(folder));
};

const syncOne = async (path: string): Promise<void> => {
  // Windows cannot open folders, and keeps names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
