import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The top of the checkout. */
export const root = join(__dirname, '../..');

/** What a checkout may hold that is not part of the project: installed, built or written at run time. */
const made = new Set(['.git', '.data', 'node_modules', 'dist', 'coverage', 'schema-types.d.ts']);

const below = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !made.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? below(path) : [path];
    });

/** Every file of the project, as paths from the top with forward slashes. */
export const projectFiles = (pattern = /./): readonly string[] => below('').filter((path) => pattern.test(path));

/** What stands at the top of the project. */
export const topLevel = (): readonly string[] =>
  readdirSync(root).filter((name) => !made.has(name) && !name.endsWith('.log'));

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const lineCount = (path: string): number => read(path).trimEnd().split('\n').length;
