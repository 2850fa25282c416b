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

/** What processes that are gone left half-made beside `path`. */
export const leftoversOf = (path: string): readonly string[] => {
  const prefix = `${basename(path)}.new-`;
  const left = readdirSync(dirname(path)).filter((name) => {
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    return name.startsWith(prefix) && (maker === process.pid || !exists(maker));
  });
  return left.map((name) => join(dirname(path), name));
};

/** Removes what processes that are gone left half-made beside `path`. */
export const removeLeftovers = (path: string) => {
  for (const left of leftoversOf(path)) remove(left);
};

// Retried: a program that was cut off may still write there for a moment.
const remove = (path: string) => {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
};
