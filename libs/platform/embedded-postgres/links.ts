import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { Binaries } from './binaries.js';
import { removeLeftovers, sideOf } from './leftovers.js';

/** The package's list of the links between its library files that npm cannot carry; its install script makes them. */
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

const readLinks = ({ folder }: Binaries) => {
  const list = join(folder, 'pg-symlinks.json');
  const links = existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  return links.map(({ source, target }) => ({
    source: join(folder, relative('native', source)),
    target: join(folder, relative('native', target)),
  }));
};

/** Whether the package's own links are there: not where install scripts are blocked. */
export const isLinked = (binaries: Binaries) => readLinks(binaries).every(({ target }) => existsSync(target));

/** Makes the links inside a copy of the binaries; they hold when it is moved, and lead nowhere else. */
export const linkInside = (binaries: Binaries) => {
  for (const { source, target } of readLinks(binaries)) link(relative(dirname(target), source), target);
};

/** Makes all links in a folder of ours, for the library search path. */
export const linkInto = (folder: string, binaries: Binaries) => {
  mkdirSync(folder, { recursive: true });
  // The server's user reads it, whatever the umask.
  chmodSync(folder, 0o755);
  for (const { source, target } of readLinks(binaries)) {
    const name = join(folder, basename(target));
    removeLeftovers(name);
    link(source, name);
  }
};

/** Replaces an earlier link, which may lead to where the package was then, at one stroke: another process may be using it. */
const link = (source: string, target: string) => {
  symlinkSync(source, sideOf(target));
  renameSync(sideOf(target), target);
};
