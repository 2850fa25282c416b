import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '#platform/postgres';
import { program } from './binaries.js';
import { failed } from './failures.js';
import { SupervisedProgram } from './supervised-program.js';
import { isServerOn, readLockFile, removeStaleLockFile } from './lock-file.js';
import type { DataDirectory } from './data-directory.js';
import { interrupt, isOrphan, writeOwner } from './owner.js';
import { choosePort } from './port.js';
import type { Usable } from './usable-binaries.js';

export interface ServerOptions {
  readonly binaries: Usable;
  readonly place: DataDirectory;
  readonly portFile: string;
  /** Remembers which process started which server. */
  readonly ownerFile: string;
  readonly logFile: string;
  /** Further server settings, such as `fsync: 'off'` for data that is thrown away. */
  readonly settings: Readonly<Record<string, string>>;
  /** Called once the server's program runs and there is time until it is ready. */
  readonly meanwhile: () => void;
}

/** A running server. */
export interface Server {
  readonly port: number;
  readonly pid: number;
  /** Whether the server was there already, started by another process, which will also end it. */
  readonly adopted: boolean;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<unknown>;
  /** Ends the server and waits for it; leaves an adopted one alone. */
  stop(): Promise<void>;
}

const TRIES = 3;
const PATIENCE_MS = 60_000;
const BEAT_MS = 10;
const WATCH_MS = 200;

/** Uses the server that runs on the cluster, or starts one; ready for connections when it returns. */
export const startServer = async (options: ServerOptions): Promise<Server> => {
  for (let tries = 1; ; tries++) {
    const server = (await adopt(options)) ?? (await launch(options));
    if ('port' in server) return server;
    // Another process was quicker with the cluster or the port: look again.
    if (tries === TRIES) throw failed(server.end, options.logFile);
  }
};

/** The server that another process runs here. Waits while one is about to start or to end; one left by a dead process is ended. */
const adopt = async ({ place: { cluster }, ownerFile }: ServerOptions): Promise<Server | undefined> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const lock = readLockFile(cluster);
    if (!lock || !isServerOn(cluster, lock.pid)) return undefined;
    if (isOrphan(ownerFile, lock.pid)) interrupt(lock.pid);
    else if (lock.ready) return adopted(cluster, lock.pid, lock.port);
    if (Date.now() > deadline)
      throw new CannotStart({
        en: `the server on ${cluster} neither starts nor ends: end process ${lock.pid}`,
        zh: `数据库服务既未就绪也未结束，请结束进程 ${lock.pid}`,
      });
    await sleep(BEAT_MS);
  }
};

const adopted = (cluster: string, pid: number, port: number): Server => {
  const watch = async () => {
    while (isServerOn(cluster, pid)) await sleep(WATCH_MS, undefined, { ref: false });
  };
  return { pid, port, adopted: true, ended: watch(), stop: () => Promise.resolve() };
};

const launch = async (options: ServerOptions): Promise<Server | { readonly end: number | Error }> => {
  const { cluster } = options.place;
  removeStaleLockFile(cluster);
  const port = await choosePort(options.portFile);
  const program = run(options, port);
  options.meanwhile();
  const pid = await program.pid;
  while (!program.hasEnded) {
    const lock = readLockFile(cluster);
    if (pid !== undefined && lock?.pid === pid && lock.ready) {
      program.unref();
      writeOwner(options.ownerFile, pid);
      return { pid, port, adopted: false, ended: program.ended, stop: () => program.end() };
    }
    await sleep(BEAT_MS);
  }
  return { end: await program.ended };
};

const run = ({ binaries, place, settings, logFile }: ServerOptions, port: number) => {
  const log = openSync(logFile, 'a');
  const all = { ...ALWAYS, ...settings, port: String(port) };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const file = program(binaries, 'postgres');
  const { user } = place;
  const guarded = SupervisedProgram.start({
    file,
    args: ['-D', place.cluster, ...args],
    user,
    environment: binaries.environment,
    log,
  });
  closeSync(log);
  return guarded;
};

/** Reachable from this machine alone, and always by password. */
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Its log is a file that is kept: no rows in it, which the details of an error may show.
  log_error_verbosity: 'terse',
};
