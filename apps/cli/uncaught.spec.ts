import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { startNode } from '../../test/support/node-process.js';
import { removeFolder, temporaryFolder } from '../../test/support/temporary-folder.js';

const folder = temporaryFolder();
afterAll(() => {
  removeFolder(folder);
});

/** Stands before the program, and throws when that has nothing more to do. */
const PLANTED = `process.once('beforeExit', () => {
  throw Object.assign(new TypeError('it failed: Invented Person'), { detail: 'hunter2' });
});`;

it('what nobody caught of a command ends it with a failure, and says no more than may be said', async () => {
  const file = join(folder, 'planted.cjs');
  writeFileSync(file, PLANTED);
  const env = { ...process.env, NODE_OPTIONS: `-r ${file}` };
  const { ended, lines } = startNode('apps/cli/sifang.ts', ['--help'], { env });
  expect(await ended).toBe(1);
  expect(lines).toContain('TypeError: it failed: …');
  expect(lines.join('')).not.toMatch(/Invented|hunter2/);
});
