// Builds what people see in their browsers into dist/console, compressed as it is sent. Does nothing when that is current.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { changedSince, filesIn, root } from './sources.mjs';

const program = fileURLToPath(import.meta.url);
const home = join(root, 'apps/console');
const built = join(root, 'dist/console');

/** The console for desks, then the form for phones: each is loaded by itself, and shares nothing. */
const CONFIGS = ['vite.config.mts', 'vite.field.config.mts'];

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
/** What is in the build and not for browsers. */
const isServed = (path) => !path.startsWith('.') && extname(path) in TYPES;

const squeeze = {
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

/** Compresses each file beside itself, and tells the server what there is. The page is not: each answer has a nonce of its own. */
const prepare = async (folder) => {
  const paths = readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isServed);
  const files = await Promise.all(
    paths.map(async (path) => {
      const content = readFileSync(join(folder, path));
      const isPage = path.endsWith('.html');
      if (!isPage)
        for (const [ending, way] of Object.entries(squeeze))
          writeFileSync(join(folder, `${path}.${ending}`), await way(content));
      return {
        path: `/${path}`,
        type: TYPES[extname(path)],
        compressed: !isPage,
        immutable: path.startsWith('assets/'),
      };
    }),
  );
  writeFileSync(join(folder, 'files.json'), JSON.stringify(files));
};

const changes = () => {
  const sources = filesIn(['apps/console'], (path) => !/\.d\.ts$|\.spec\.tsx?$/.test(path));
  return changedSince(built, ['package-lock.json', 'tsconfig.json', ...sources]);
};

/** Builds when dist/console is not current, and says whether it did. It is replaced when the new one is whole. */
export const buildConsole = async () => {
  const changed = changes();
  if (!changed) return false;
  const side = `${built}.new-${process.pid}`;
  mkdirSync(dirname(side), { recursive: true });
  // Loaded only when it is needed: what was built already is served without it.
  const { build } = await import('vite');
  // What is served is made for those who use it, also where specs have it built. This is a process of its own: see below.
  process.env.NODE_ENV = 'production';
  for (const [at, name] of CONFIGS.entries())
    await build({
      configFile: join(home, name),
      logLevel: 'silent',
      build: { outDir: side, emptyOutDir: at === 0 },
    });
  await prepare(side);
  changed.mark(side);
  rmSync(built, { recursive: true, force: true, maxRetries: 3 });
  renameSync(side, built);
  return true;
};

/** The first line that says why, and where, which may stand below it; above it may stand that it failed, which is known. */
const inShort = (text) => {
  const [why, below = ''] = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('Build failed'));
  const [, place] = below.match(/^╭─\[ (\S+) \]$/) ?? [];
  return place === undefined ? why : `${why} (${place})`;
};

/**
 * The same, in a process of its own: Vite sets NODE_ENV, and the API that starts in this one must not take that for its own. Where it
 * does not succeed, one line says so, and whoever asked goes on without it.
 */
export const buildConsoleIfPossible = async () => {
  if (!changes()) return;
  try {
    await promisify(execFile)(process.execPath, [program]);
  } catch (error) {
    const why = inShort(error.stderr ?? '') ?? error.message;
    console.error(`The console could not be built, the API starts all the same 控制台未能构建，接口照常启动: ${why}`);
  }
};

if (process.argv[1] === program) {
  try {
    console.log((await buildConsole()) ? 'built dist/console' : 'dist/console is current');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
