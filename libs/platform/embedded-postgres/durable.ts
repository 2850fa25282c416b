import { closeSync, fsyncSync, linkSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file that is either there in full, also after a power cut, or not at all. False if it was there already. */
export const writeOnce = (path: string, text: string, mode = 0o600): boolean => {
  const side = `${path}.new-${process.pid}`;
  rmSync(side, { force: true });
  const file = openSync(side, 'wx', mode);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(side, path);
    sync(dirname(path));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(side, { force: true });
  }
};

/** Has the disk keep every file and folder below a path, and its name in the folder above. */
export const syncTree = (folder: string) => {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() || entry.isDirectory()) sync(join(entry.parentPath, entry.name));
  }
  sync(folder);
  sync(dirname(folder));
};

/** Has the disk keep one file, or the names in one folder. */
export const sync = (path: string) => {
  // Windows cannot open folders, and keeps names by itself.
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
};

/** The code of a system error, such as ENOENT. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
