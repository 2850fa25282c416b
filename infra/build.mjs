// Compiles apps and libs into dist and copies what is not code (SQL, data). Does nothing when dist is current.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const CONTENT = '.sources.sha256';
const LOOKS = '.sources.looks';
// The lock file names the compiler's version, among others.
const settings = ['.swcrc', 'package-lock.json'];
const { exclude, $schema: _, ...options } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const leftOut = new RegExp(exclude.join('|'));

/** Every file that belongs in dist; paths from the root. */
const sourceFiles = () =>
  ['apps', 'libs']
    .flatMap((name) => readdirSync(join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !leftOut.test(path))
    .sort();

/** A file that looks as before, as make and git see it, is as before: then nothing has to be read. */
const looksOf = (paths) =>
  [...settings, ...paths]
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

const kept = (name) => {
  try {
    return readFileSync(join(dist, name), 'utf8');
  } catch {
    return undefined;
  }
};

const compile = async (transform, folder, { path, content }) => {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (!/(?<!\.d)\.ts$/.test(path)) return cpSync(join(root, path), target);
  const js = target.replace(/ts$/, 'js');
  const { code, map } = await transform(content.toString(), { ...options, filename: join(root, path), swcrc: false });
  writeFileSync(js, `${code}\n//# sourceMappingURL=${basename(js)}.map\n`);
  writeFileSync(`${js}.map`, map);
};

/** Keeps what was seen, so that the next look is a quick one; a dist that cannot be written to does as well. */
const remember = (looks) => {
  try {
    writeFileSync(join(dist, LOOKS), looks);
  } catch {
    // It is only slower.
  }
};

/** Builds when dist is not current, and says whether it did. dist is replaced when the new one is whole. */
export const build = async () => {
  const paths = sourceFiles();
  const looks = looksOf(paths);
  if (kept(LOOKS) === looks) return false;
  const read = (path) => ({ path, content: readFileSync(join(root, path)) });
  const sources = paths.map(read);
  const hash = hashOf([...settings.map(read), ...sources]);
  if (kept(CONTENT) === hash) {
    remember(looks);
    return false;
  }
  const side = `${dist}.new-${process.pid}`;
  rmSync(side, { recursive: true, force: true });
  // Loaded only when it is needed: a server that was built already runs without it.
  const { transform } = await import('@swc/core');
  await Promise.all(sources.map((source) => compile(transform, side, source)));
  writeFileSync(join(side, CONTENT), hash);
  writeFileSync(join(side, LOOKS), looks);
  rmSync(dist, { recursive: true, force: true, maxRetries: 3 });
  renameSync(side, dist);
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await build()) ? 'built dist' : 'dist is current');
}
