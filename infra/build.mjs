// Compiles apps and libs into dist and copies what is not code (SQL, data). Does nothing when dist is current.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.sources.sha256');
const swcrc = readFileSync(join(root, '.swcrc'), 'utf8');
// Names the compiler's version, among others.
const lock = readFileSync(join(root, 'package-lock.json'));
const { exclude, $schema: _, ...options } = JSON.parse(swcrc);
const leftOut = exclude.map((pattern) => new RegExp(pattern));

/** Every file that belongs in dist, with its content; paths from the root. */
const readSources = () => {
  const folders = ['apps', 'libs'];
  const entries = folders.flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !leftOut.some((pattern) => pattern.test(file)))
    .sort()
    .map((file) => ({ path: file.slice(root.length + 1), content: readFileSync(file) }));
};

const hashOf = (sources) => {
  const hash = createHash('sha256').update(swcrc).update(lock);
  for (const { path, content } of sources) hash.update(`\0${path}\0${content.length}\0`).update(content);
  return hash.digest('hex');
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

/** Builds when dist is not current, and says whether it did. dist is replaced when the new one is whole. */
export const build = async () => {
  const sources = readSources();
  const hash = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  const side = `${dist}.new-${process.pid}`;
  rmSync(side, { recursive: true, force: true });
  // Loaded only when it is needed: a server that was built already runs without it.
  const { transform } = await import('@swc/core');
  await Promise.all(sources.map((source) => compile(transform, side, source)));
  writeFileSync(join(side, '.sources.sha256'), hash);
  rmSync(dist, { recursive: true, force: true });
  renameSync(side, dist);
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await build()) ? 'built dist' : 'dist is current');
}
