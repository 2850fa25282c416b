import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsole } from '../console.mjs';
import { root } from './tools.mjs';

/*
 * What a browser has to load for each screen: scripts and styles as they are sent to one that knows gzip alone. Fails where a screen
 * takes more than is meant for it.
 */

const KIB = 1024;
const LIMIT = 300;
const built = join(root, 'dist/console');

await buildConsole();
const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));

/** A chunk and all that it cannot do without. */
const withImports = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, seen);
  return seen;
};
const files = (keys) => new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
const sizeOf = (keys) =>
  [...files(keys)].reduce((sum, file) => sum + statSync(join(built, `${file}.gz`)).size, 0) / KIB;

const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
const screens = Object.keys(manifest).filter((key) => key.startsWith('src/screens/') && manifest[key].isDynamicEntry);
const sizes = entries.flatMap((entry) => [
  { screen: entry, size: sizeOf(withImports(entry)) },
  ...screens.map((screen) => ({ screen, size: sizeOf(new Set([...withImports(entry), ...withImports(screen)])) })),
]);

console.table(sizes.map(({ screen, size }) => ({ screen, 'KiB gzip': Number(size.toFixed(1)), limit: LIMIT })));
const above = sizes.filter(({ size }) => size > LIMIT);
for (const { screen, size } of above) console.error(`${screen} takes ${size.toFixed(1)} KiB, above ${LIMIT}`);
process.exitCode = above.length > 0 || screens.length === 0 ? 1 : 0;
