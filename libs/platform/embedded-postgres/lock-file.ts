import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, exists } from './processes.js';

/** What `postmaster.pid` says about the server on a cluster. */
export interface LockFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** For everybody, or for readers: a replica. */
const READY = ['ready', 'standby'];
const LINES = { pid: 0, port: 3, status: 7 };

/** Reads the cluster's lock file; undefined when there is none, or none with a process in it. */
export const readLockFile = (cluster: string): LockFile | undefined => {
  const text = read(join(cluster, 'postmaster.pid'));
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number.parseInt(lines[LINES.pid] ?? '', 10);
  if (!(pid > 0)) return undefined;
  return { pid, port: Number.parseInt(lines[LINES.port] ?? '', 10), ready: READY.includes(lines[LINES.status] ?? '') };
};

/** Whether the process is a server that runs on this cluster, and not another program that was given the same number. */
export const isServerOn = (cluster: string, pid: number): boolean => {
  // Windows tells no command lines; there a process with the number counts.
  if (process.platform === 'win32') return exists(pid);
  const line = `${commandLine(pid)} `;
  return line.includes('postgres') && line.includes(` -D ${cluster} `);
};

/**
 * Removes a lock file whose server is gone. PostgreSQL would do so, but believes any process with that number to be the server:
 * another program, or one that ended and was not reaped; and it refuses one without a number, which a power cut can leave. A
 * server that is there after all is safe: PostgreSQL also looks for its shared memory.
 */
export const removeStaleLockFile = (cluster: string) => {
  const file = join(cluster, 'postmaster.pid');
  const stale = `${file}.stale-${process.pid}`;
  const text = read(file);
  const lock = readLockFile(cluster);
  if (lock ? isServerOn(cluster, lock.pid) : !isLeft(file)) return;
  renameSync(file, stale);
  // Between the two, a server that just started may have put its own there.
  if (read(stale) === text) rmSync(stale);
  else renameSync(stale, file);
};

/** A server that just starts writes its number at once. */
const MOMENT_MS = 1000;

const isLeft = (file: string) => existsSync(file) && Date.now() - statSync(file).mtimeMs > MOMENT_MS;

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
