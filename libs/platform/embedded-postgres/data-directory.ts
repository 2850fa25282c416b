import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '#platform/postgres';
import { z } from 'zod';
import { writeOnce } from './durable.js';
import { canReach, serverUser, type User } from './unprivileged.js';

/** Where the cluster lives and who runs it. */
export interface DataDirectory {
  readonly folder: string;
  readonly cluster: string;
  /** The user to whom the folder belongs; the user of this process when undefined. */
  readonly user: User | undefined;
}

const Remembered = z.object({ folder: z.string() });

/** Folders that outlive a restart of the machine, in the order of choice. */
const elsewhere = () => ['/var/lib', '/var/tmp', tmpdir()];

/**
 * The place of the cluster that belongs to `home`: home itself, or where root found one that the server's user can reach (then
 * remembered in home). Throws CannotStart rather than begin anew beside a cluster that is lost or out of reach.
 */
export const findDataDirectory = (home: string, candidates: readonly string[] = elsewhere()): DataDirectory => {
  const place = at(remembered(home) ?? home);
  if (!place.user || canReach(place.user, place.cluster)) return place;
  const other = existsSync(place.cluster) ? undefined : findElsewhere(home, candidates);
  if (!other) throw outOfReach(place.cluster);
  return other;
};

const findElsewhere = (home: string, candidates: readonly string[]): DataDirectory | undefined => {
  for (const parent of candidates) {
    const other = tryAt(parent);
    if (!other) continue;
    if (writeOnce(join(home, 'place.json'), JSON.stringify({ folder: other.folder }), 0o644)) return other;
    rmSync(other.folder, { recursive: true });
    // Another process was first.
    return findDataDirectory(home, candidates);
  }
  return undefined;
};

const at = (folder: string): DataDirectory => {
  const cluster = join(folder, 'cluster');
  return { folder, cluster, user: serverUser(cluster) };
};

const remembered = (home: string) => {
  const file = join(home, 'place.json');
  if (!existsSync(file)) return undefined;
  const { folder } = Remembered.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (existsSync(folder)) return folder;
  throw new CannotStart({
    en: `the database's folder ${folder}, named in ${file}, is gone: bring it back, or set another DATA_DIR`,
    zh: '数据库目录缺失，请恢复或更换 DATA_DIR',
  });
};

const tryAt = (parent: string): DataDirectory | undefined => {
  try {
    const place = at(mkdtempSync(join(parent, 'sifang-postgres-')));
    chmodSync(place.folder, 0o711);
    if (place.user && canReach(place.user, place.cluster)) return place;
    rmSync(place.folder, { recursive: true });
    return undefined;
  } catch {
    return undefined;
  }
};

const outOfReach = (cluster: string) =>
  new CannotStart({
    en:
      `PostgreSQL does not run as root, and its user cannot reach ${cluster}: start as another user, or set DATA_DIR to a ` +
      'folder that others may pass through (chmod o+x)',
    zh: 'PostgreSQL 不以 root 运行，其用户无法进入该目录：请换用户启动，或更换 DATA_DIR',
  });

/** Hands a file or folder to the server's user. */
export const handTo = (user: User | undefined, path: string) => {
  if (user) chownSync(path, user.uid, user.gid);
};
