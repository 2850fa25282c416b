import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

const PAGE = 'field.html';
const WORKER = 'field-worker.js';
/** Loaded by the page beside what its scripts name. */
const BESIDE = ['/icon.svg', '/field.webmanifest'];

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const chunksIn = (bundle: Bundle): readonly Chunk[] => Object.values(bundle).filter((file) => file.type === 'chunk');

/** A chunk and all that it cannot do without. */
const withImports = (bundle: Bundle, name: string, seen: Set<string>): Set<string> => {
  const chunk = bundle[name];
  if (chunk?.type !== 'chunk' || seen.has(name)) return seen;
  seen.add(name);
  for (const next of chunk.imports) withImports(bundle, next, seen);
  for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
  return seen;
};

const versionOf = (files: readonly string[], page: string): string =>
  createHash('sha256').update(JSON.stringify(files)).update(page).digest('hex').slice(0, 12);

/** Tells the worker of the field form what to keep: the page's own files, and which build they are of. */
export const shell = (): Plugin => ({
  name: 'shell',
  enforce: 'post',
  generateBundle(_, bundle) {
    const entry = chunksIn(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${PAGE}`));
    const [worker, page] = [bundle[WORKER], bundle[PAGE]];
    if (!entry || worker?.type !== 'chunk' || page?.type !== 'asset') throw new Error('the field form has no shell');
    if (worker.imports.length > 0) throw new Error('the worker of the field form stands on its own');
    const files = [...[...withImports(bundle, entry.fileName, new Set())].map((name) => `/${name}`).sort(), ...BESIDE];
    const version = versionOf(files, String(page.source));
    worker.code = `const SHELL=${JSON.stringify({ version, files })};${worker.code}`;
  },
});
