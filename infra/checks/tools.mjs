import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/**
 * Where a tool keeps what it found out about files that have not changed since; `npm ci` clears it away. Another place when a
 * file has changed that the tool does not watch by itself.
 */
export const cacheOf = (tool, unwatched = []) => {
  const digest = createHash('sha256');
  for (const path of unwatched) digest.update(readFileSync(join(root, path)));
  return `node_modules/.cache/${tool}-${digest.digest('hex').slice(0, 8)}`;
};

/** The script behind an installed package's command. Started by Node itself: no shell, and the same on every platform. */
const binary = (name, command = name) => {
  const home = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[command]);
};

/** A script of this project, run like a tool. */
export const own = (script, ...args) => ({ script, args });

/** Runs an installed tool or a script at the top of the checkout; what it printed and whether it was content. */
export const run = ({ script, tool, command, args }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script ?? binary(tool, command), ...args], { cwd: root });
    const printed = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (printed[stream] += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, ...printed }));
  });

/** Follows the imports of the whole project and judges them. */
export const cruise = (...more) => ({
  tool: 'dependency-cruiser',
  command: 'depcruise',
  args: [
    ...['--config', 'infra/checks/dependency-cruiser.cjs', '--cache-strategy', 'content'],
    ...['--cache', cacheOf('imports', ['package.json', 'tsconfig.json'])],
    ...[...more, 'apps', 'libs', 'test', 'infra'],
  ],
});
