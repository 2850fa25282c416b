import { execFileSync } from 'node:child_process';
import { rmdirSync } from 'node:fs';
import { describe } from '@jest/globals';
import { temporaryFolder } from './temporary-folder.js';

const asked = process.env['FAULTS'];
/** How much of the long variants runs: all with `FAULTS=full`, as `npm run test:faults` says, a tenth with `FAULTS=0.1`. */
const share = asked === 'full' ? 1 : Math.min(1, Number(asked ?? 0));

/** Whether the long variants run, in full or in part; `npm test` runs the short ones. */
export const full = share > 0;

/** How often something is repeated: the first number in `npm test`, the second in `npm run test:faults`. */
export const times = (fast: number, long: number): number => {
  const some = fast + (long - fast) * share;
  return Number.isInteger(fast) && Number.isInteger(long) ? Math.round(some) : some;
};

const runs = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const canMount = (): boolean => {
  const folder = temporaryFolder();
  const mounted = runs('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder) && runs('umount', folder);
  rmdirSync(folder);
  return mounted;
};

const TOOLS = {
  strace: { there: () => runs('strace', '-f', '-o', '/dev/null', 'true'), lacks: 'strace that may trace' },
  faketime: { there: () => runs('faketime', '-f', '+1d', 'true'), lacks: 'faketime' },
  mount: { there: canMount, lacks: 'the right to mount a tmpfs' },
  proc: { there: () => process.platform === 'linux', lacks: 'Linux' },
} as const;

export type Tool = keyof typeof TOOLS;

/** `describe` where all these tools work; otherwise says once what is missing, and skips. */
export const needs = (...tools: readonly Tool[]): typeof describe | typeof describe.skip => {
  const missing = tools.filter((tool) => !TOOLS[tool].there()).map((tool) => TOOLS[tool].lacks);
  if (missing.length > 0) console.warn(`skipped: this machine lacks ${missing.join(' and ')}`);
  return missing.length === 0 ? describe : describe.skip;
};
