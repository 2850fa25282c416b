import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './source-files.js';

/** A throw-away checkout: copies of some of the project's files, and planted ones beside them. */
export const tempTree = (copied: readonly string[], planted: Readonly<Record<string, string>>) => {
  const path = mkdtempSync(join(tmpdir(), 'sifang-structure-'));
  for (const file of copied) cpSync(join(root, file), join(path, file), { recursive: true });
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
};
