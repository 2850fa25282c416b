import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { root } from './source-files.js';
import { removeFolder, temporaryFolder } from './temporary-folder.js';

describe('sources that run as they are', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'said.ts');
  const kept = join(
    ...[root, 'node_modules/.cache/typescript'],
    createHash('sha256')
      .update(JSON.stringify([file]))
      .digest('hex'),
  );
  afterAll(() => {
    removeFolder(folder);
    removeFolder(kept);
  });

  const said = (source: string): string => {
    writeFileSync(file, source);
    const args = ['-r', join(__dirname, 'typescript.cjs'), file];
    return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
  };
  const one = "const said: string = 'one';\nconsole.log(said);\n";

  it('are compiled anew when they have changed, and are what they were when they change back', () => {
    expect(said(one)).toBe('one');
    expect(said(one.replace('one', 'two'))).toBe('two');
    expect(said(one)).toBe('one');
  });

  it('are read from what is kept, unless that was cut short', () => {
    said(one);
    const whole = readFileSync(kept, 'utf8');
    writeFileSync(kept, whole.replace("'one'", "'kept'"));
    expect(said(one)).toBe('kept');
    writeFileSync(kept, whole.slice(0, -10).replace("'one'", "'cut'"));
    expect(said(one)).toBe('one');
  });
});
