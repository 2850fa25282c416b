import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The script behind an installed package's command. Started by Node itself: no shell, and the same on every platform. */
const binary = (name, command = name) => {
  const home = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[command]);
};

/** Runs an installed tool at the top of the checkout; what it printed and whether it was content. */
export const run = ({ tool, command, args }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binary(tool, command), ...args], { cwd: root });
    const printed = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (printed[stream] += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, ...printed }));
  });
