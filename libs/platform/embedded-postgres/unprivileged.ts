import { existsSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** The user and group that the server runs as. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Traditionally `nobody`; the number needs no entry in the list of users. */
const NOBODY: User = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root, so root hands the server to another user: the one who owns the cluster already, else
 * nobody. Undefined when this process is not root: then the server runs as the same user.
 */
export const serverUser = (cluster: string): User | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  if (!existsSync(cluster)) return NOBODY;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? NOBODY : { uid, gid };
};

/** Whether the user may pass through every folder above a path and read (and enter or run) what is there. */
export const canUse = (user: User, path: string): boolean =>
  existsSync(path) && allows(user, statSync(path), READ | PASS) && canReach(user, path);

/** Whether the user may pass through every folder above a path. */
export const canReach = (user: User, path: string): boolean => {
  const parent = dirname(path);
  return parent === path || (allows(user, statSync(parent), PASS) && canReach(user, parent));
};

const READ = 4;
const PASS = 1;

const allows = ({ uid, gid }: User, { mode, uid: owner, gid: group }: Stats, wanted: number) => {
  const shift = uid === owner ? 6 : gid === group ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
};
