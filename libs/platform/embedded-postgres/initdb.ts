import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from './binaries.js';
import { failed } from './failures.js';
import { SupervisedProgram } from './supervised-program.js';
import { leftoversOf, publish, removeLeftovers, sideOf } from './leftovers.js';
import { handTo, type DataDirectory } from './data-directory.js';
import { commandLine } from './processes.js';
import type { Usable } from './usable-binaries.js';

export interface Initdb {
  readonly binaries: Usable;
  readonly place: DataDirectory;
  readonly superuser: string;
  readonly password: string;
  readonly logFile: string;
  /** False only for a cluster that is thrown away. */
  readonly durable: boolean;
  /** Called when initdb works and there is time. */
  readonly meanwhile: () => void;
}

/** UTF-8 with code point order: the same everywhere, and Chinese text is handled as characters. */
const TEXT = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes the cluster unless it is there. It gets its name when it is whole and on disk, so a half-made one is never used. */
export const makeCluster = async (asked: Initdb): Promise<void> => {
  const { cluster } = asked.place;
  await cutOffEnded(cluster);
  removeLeftovers(cluster);
  if (existsSync(cluster)) return;
  const side = sideOf(cluster);
  await runInitdb(asked, side);
  publish(cluster);
};

/** What the file is called, after the cluster under way, that names the process which waits for initdb. */
const GUARD = '.guard';
/** How long an initdb that was cut off is waited for, in steps of so many milliseconds. */
const [PATIENCE_MS, STEP_MS] = [10_000, 20];

/**
 * Waits for an initdb whose starter is gone. It removes its own files before it ends; if both removed them at once, each would
 * take a file that the other removed for the end of the work, and the folder would stay.
 */
const cutOffEnded = async (cluster: string) => {
  for (const file of leftoversOf(cluster).filter((left) => left.endsWith(GUARD))) {
    const side = file.slice(0, -GUARD.length);
    const guard = Number.parseInt(readFileSync(file, 'utf8'), 10);
    for (let waited = 0; waited < PATIENCE_MS && commandLine(guard).includes(side); waited += STEP_MS)
      await sleep(STEP_MS);
  }
};

const runInitdb = async (asked: Initdb, side: string) => {
  const { binaries, place, logFile } = asked;
  const passwordFile = `${side}.password`;
  mkdirSync(side, { mode: 0o700 });
  handTo(place.user, side);
  writeFileSync(passwordFile, asked.password, { mode: 0o600 });
  handTo(place.user, passwordFile);
  const sync = asked.durable ? [] : ['--no-sync'];
  const log = openSync(logFile, 'a');
  const initdb = SupervisedProgram.start({
    file: program(binaries, 'initdb'),
    args: ['-D', side, '-U', asked.superuser, '--pwfile', passwordFile, '--auth=scram-sha-256', ...sync, ...TEXT],
    user: place.user,
    environment: binaries.environment,
    log,
  });
  writeFileSync(`${side}${GUARD}`, String(initdb.guard));
  asked.meanwhile();
  const end = await initdb.ended;
  closeSync(log);
  rmSync(passwordFile);
  rmSync(`${side}${GUARD}`);
  if (end === 0) return;
  rmSync(side, { recursive: true });
  throw failed(end, logFile);
};
