// Compiles apps and libs into dist and copies what is not code (SQL, data). Does nothing when dist is current.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changedSince, filesIn, root } from './sources.mjs';

const dist = join(root, 'dist');
// The lock file names the compiler's version, among others.
const settings = ['.swcrc', 'package-lock.json'];
const { exclude, $schema: _, ...options } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const leftOut = new RegExp(exclude.join('|'));

const compile = async (transform, folder, { path, content }) => {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (!/(?<!\.d)\.ts$/.test(path)) return cpSync(join(root, path), target);
  const js = target.replace(/ts$/, 'js');
  const { code, map } = await transform(content.toString(), { ...options, filename: join(root, path), swcrc: false });
  writeFileSync(js, `${code}\n//# sourceMappingURL=${basename(js)}.map\n`);
  writeFileSync(`${js}.map`, map);
};

/** The console is built for itself, from sources of its own, and stays when the server is built anew. */
const keepConsole = (side) => {
  const built = join(dist, 'console');
  if (existsSync(built)) renameSync(built, join(side, 'console'));
};

/** Builds when dist is not current, and says whether it did. dist is replaced when the new one is whole. */
export const build = async () => {
  const changed = changedSince(dist, [...settings, ...filesIn(['apps', 'libs'], (path) => !leftOut.test(path))]);
  if (!changed) return false;
  const side = `${dist}.new-${process.pid}`;
  rmSync(side, { recursive: true, force: true });
  // Loaded only when it is needed: a server that was built already runs without it.
  const { transform } = await import('@swc/core');
  const sources = changed.sources.filter(({ path }) => !settings.includes(path));
  await Promise.all(sources.map((source) => compile(transform, side, source)));
  changed.mark(side);
  keepConsole(side);
  rmSync(dist, { recursive: true, force: true, maxRetries: 3 });
  renameSync(side, dist);
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await build()) ? 'built dist' : 'dist is current');
}
