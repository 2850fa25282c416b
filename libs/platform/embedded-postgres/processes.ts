import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from './durable.js';

/** Whether a process has this number, of whatever user, also one that ended and is not reaped yet. */
export const exists = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** The command line of a running process, its parts divided by a space; empty when it has ended, reaped or not. */
export const commandLine = (pid: number): string => {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return '';
  }
};

// The command line of an ended process that was not reaped is empty there.
const fromProc = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();

const fromPs = (pid: number) => {
  const line = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return line.startsWith('Z') ? '' : line;
};
