// What a build is made from, and whether what was built is of the same: shared by the builds of the server and of the console.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const CONTENT = '.sources.sha256';
const LOOKS = '.sources.looks';

/** Every file below these folders that is wanted; paths from the root. */
export const filesIn = (folders, isWanted) =>
  folders
    .flatMap((name) => readdirSync(join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(isWanted)
    .sort();

/** A file that looks as before, as make and git see it, is as before: then nothing has to be read. */
const looksOf = (paths) =>
  paths
    .map((path) => {
      const { size, mtimeNs } = statSync(join(root, path), { bigint: true });
      return `${path} ${size} ${mtimeNs}\n`;
    })
    .join('');

const hashOf = (sources) => {
  const hash = createHash('sha256');
  for (const { path, content } of sources) hash.update(`\0${path}\0${content.length}\0`).update(content);
  return hash.digest('hex');
};

const kept = (folder, name) => {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
};

/** Keeps what was seen, so that the next look is a quick one; a folder that cannot be written to does as well. */
const remember = (folder, looks) => {
  try {
    writeFileSync(join(folder, LOOKS), looks);
  } catch {
    // It is only slower.
  }
};

/** What has changed since this folder was built from these files: nothing, or their contents and a way to mark what is built of them. */
export const changedSince = (built, paths) => {
  const looks = looksOf(paths);
  if (kept(built, LOOKS) === looks) return undefined;
  const sources = paths.map((path) => ({ path, content: readFileSync(join(root, path)) }));
  const hash = hashOf(sources);
  if (kept(built, CONTENT) === hash) {
    remember(built, looks);
    return undefined;
  }
  const mark = (folder) => {
    writeFileSync(join(folder, CONTENT), hash);
    writeFileSync(join(folder, LOOKS), looks);
  };
  return { sources, mark };
};
