import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { program } from './binaries.js';
import { failed } from './failures.js';
import { Guarded } from './guarded.js';
import { publish, removeLeftovers, sideOf } from './leftovers.js';
import { handTo, type Place } from './place.js';
import type { Usable } from './usable-binaries.js';

export interface Initdb {
  readonly binaries: Usable;
  readonly place: Place;
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
  removeLeftovers(cluster);
  if (existsSync(cluster)) return;
  const side = sideOf(cluster);
  await runInitdb(asked, side);
  publish(cluster);
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
  const initdb = Guarded.start({
    file: program(binaries, 'initdb'),
    args: ['-D', side, '-U', asked.superuser, '--pwfile', passwordFile, '--auth=scram-sha-256', ...sync, ...TEXT],
    user: place.user,
    environment: binaries.environment,
    log,
  });
  asked.meanwhile();
  const end = await initdb.ended;
  closeSync(log);
  rmSync(passwordFile);
  if (end === 0) return;
  rmSync(side, { recursive: true });
  throw failed(end, logFile);
};
