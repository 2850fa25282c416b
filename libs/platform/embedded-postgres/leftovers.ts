import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, sync } from './durable.js';
import { exists } from './processes.js';

/** Where this process makes what will be renamed to `path` once it is whole. */
export const sideOf = (path: string) => `${path}.new-${process.pid}`;

/** Gives what was made aside its name, on disk too. If another process was first, its work stays and ours goes. */
export const publish = (path: string) => {
  try {
    renameSync(sideOf(path), path);
  } catch (error) {
    remove(sideOf(path));
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
  sync(dirname(path));
};

/** Removes what processes that are gone left half-made beside `path`. */
export const removeLeftovers = (path: string) => {
  const prefix = `${basename(path)}.new-`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    if (maker === process.pid || !exists(maker)) remove(join(dirname(path), name));
  }
};

// Retried: a program that was cut off may still write there for a moment.
const remove = (path: string) => {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
};
