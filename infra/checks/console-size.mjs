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
const FIELD_LIMIT = 90;
const built = join(root, 'dist/console');

await buildConsole();
const manifestAt = (name) => JSON.parse(readFileSync(join(built, '.vite', name), 'utf8'));
const [desk, phone] = ['manifest.json', 'field.json'].map(manifestAt);

/** A chunk and all that it cannot do without. */
const withImports = (manifest, key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) withImports(manifest, next, seen);
  return seen;
};
const files = (manifest, keys) =>
  new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
const sizeOf = (manifest, ...roots) => {
  const keys = new Set(roots.flatMap((key) => [...withImports(manifest, key)]));
  return [...files(manifest, keys)].reduce((sum, file) => sum + statSync(join(built, `${file}.gz`)).size, 0) / KIB;
};

const screens = Object.keys(desk).filter((key) => key.startsWith('src/screens/') && desk[key].isDynamicEntry);
const sizes = [
  { screen: 'index.html', size: sizeOf(desk, 'index.html'), limit: LIMIT },
  ...screens.map((screen) => ({ screen, size: sizeOf(desk, 'index.html', screen), limit: LIMIT })),
  // What the form asks for later counts as well: it has to be there without a network.
  { screen: 'field.html', size: sizeOf(phone, ...Object.keys(phone)), limit: FIELD_LIMIT },
];

console.table(sizes.map(({ screen, size, limit }) => ({ screen, 'KiB gzip': Number(size.toFixed(1)), limit })));
const above = sizes.filter(({ size, limit }) => size > limit);
for (const { screen, size, limit } of above) console.error(`${screen} takes ${size.toFixed(1)} KiB, above ${limit}`);
process.exitCode = above.length > 0 || screens.length === 0 ? 1 : 0;
