import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The top of the checkout. */
export const root = join(__dirname, '../..');

/** Files that are part of the project or are about to be: tracked ones and new ones that are not ignored. */
export const projectFiles = (...patterns: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(root, path)));

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const lineCount = (path: string): number => read(path).trimEnd().split('\n').length;
