import { cpSync, existsSync, lchownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { program, type Binaries } from './binaries.js';
import { publish, removeLeftovers, sideOf } from './leftovers.js';
import { syncTree } from './durable.js';
import { isLinked, linkInside, linkInto } from './links.js';
import type { DataDirectory } from './data-directory.js';
import { canUse, type User } from './unprivileged.js';

/** Binaries as the server's user can run them. */
export interface Usable extends Binaries {
  readonly environment: Readonly<Record<string, string>>;
}

const PLAIN = { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' };

/**
 * Makes the package's binaries usable: copied where the server's user cannot reach them, and with the links between libraries
 * where the package's install script did not run.
 */
export const usable = (binaries: Binaries, place: DataDirectory): Usable => {
  if (mustCopy(binaries, place.user)) return { ...copied(binaries, place), environment: PLAIN };
  if (isLinked(binaries)) return { ...binaries, environment: process.platform === 'win32' ? windows() : PLAIN };
  const links = join(place.folder, `lib-${binaries.version}`);
  linkInto(links, binaries);
  return { ...binaries, environment: { ...PLAIN, LD_LIBRARY_PATH: `${links}:${join(binaries.folder, 'lib')}` } };
};

const mustCopy = (binaries: Binaries, user: User | undefined) =>
  (user !== undefined && !isReadable(binaries, user)) ||
  // macOS takes the library search path away from everything that /bin/sh starts.
  (process.platform === 'darwin' && !isLinked(binaries));

const isReadable = (binaries: Binaries, user: User) =>
  canUse(user, program(binaries, 'postgres')) && canUse(user, join(binaries.folder, 'share'));

const copied = ({ folder, version }: Binaries, place: DataDirectory): Binaries => {
  const copy: Binaries = { folder: join(place.folder, `binaries-${version}`), version };
  if (existsSync(copy.folder)) {
    // Copies of earlier releases have links that lead nowhere.
    if (!isLinked(copy)) linkInside(copy);
    return copy;
  }
  removeLeftovers(copy.folder);
  const side = sideOf(copy.folder);
  mkdirSync(side);
  cpSync(folder, side, { recursive: true });
  linkInside({ folder: side, version });
  // Modes may come from a strict umask, so that only the owner can read.
  if (place.user) handTreeTo(place.user, side);
  syncTree(side);
  publish(copy.folder);
  return copy;
};

const handTreeTo = ({ uid, gid }: User, folder: string) => {
  lchownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), uid, gid);
};

/** Windows finds neither its own libraries nor a place for temporary files without these. */
const windows = () => ({ ...PLAIN, PATH: process.env['PATH'] ?? '', SystemRoot: process.env['SystemRoot'] ?? '' });
