import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { provision } from '#platform/postgres';
import { findBinaries } from './binaries.js';
import { credentials, ROLES, type Credentials } from './credentials.js';
import { makeCluster } from './initdb.js';
import { KeptServer, type Events } from './kept-server.js';
import { findDataDirectory } from './data-directory.js';
import { startServer, type Server } from './server.js';
import { usable } from './usable-binaries.js';

export interface EmbeddedOptions {
  /** Everything lives below `postgres` in this folder, which is made if need be. */
  readonly dataDir: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** False only for data that is thrown away: then nothing waits for the disk. */
  readonly durable?: boolean;
  /** Called once while a program of PostgreSQL works and there is time for other things. */
  readonly meanwhile?: () => void;
  readonly events?: Events;
}

/** A running PostgreSQL with its roles and database. The addresses stay the same as long as it runs. */
export interface EmbeddedPostgres {
  readonly superuserUrl: string;
  /** The address for the role that owns the database and runs migrations. */
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly applicationRole: string;
  /** The folder that holds the cluster: below `dataDir`, or where root found one that the server's user can reach. */
  readonly folder: string;
  /** The server as it runs now; another process may have started it. */
  server(): Pick<Server, 'pid' | 'port' | 'adopted'>;
  /** Ends the server and waits for it; one that another process started goes on. */
  stop(): Promise<void>;
}

const DATABASE = 'sifang';
const QUIET: Events = { restarted: () => undefined, lost: () => undefined };

/**
 * Starts the bundled PostgreSQL on a data folder, or uses the one that runs there. It ends with this process, however that
 * ends. Throws CannotStart with one line for the operator.
 */
export const startEmbeddedPostgres = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const { dataDir, durable = true, settings = {}, events = QUIET } = options;
  const found = findBinaries();
  const home = makeHome(dataDir);
  const place = findDataDirectory(home);
  const binaries = usable(found, place);
  const passwords = credentials(join(home, 'credentials.json'), place.cluster);
  const logFile = join(home, 'server.log');
  const meanwhile = once(options.meanwhile);

  const initdb = { binaries, place, superuser: ROLES.superuser, password: passwords.superuser, logFile, durable };
  await makeCluster({ ...initdb, meanwhile });
  const files = { logFile, portFile: join(home, 'port'), ownerFile: join(home, 'owner.json') };
  const start = () => startServer({ binaries, place, settings, meanwhile, ...files });
  const kept = new KeptServer(await start(), start, events);
  const urls = urlsOf(passwords, kept.current.port);
  await prepare(urls.superuserUrl, passwords).catch(async (error: unknown) => {
    await kept.stop();
    throw error;
  });
  return {
    ...urls,
    applicationRole: ROLES.application,
    folder: place.folder,
    server: () => kept.current,
    stop: () => kept.stop(),
  };
};

const prepare = (superuserUrl: string, passwords: Credentials) =>
  provision({
    superuserUrl,
    database: DATABASE,
    owner: { name: ROLES.owner, password: passwords.owner },
    application: { name: ROLES.application, password: passwords.application },
  });

/** Others may pass through to the cluster, which only the server's user can read, but not look around. */
const makeHome = (dataDir: string) => {
  const home = join(dataDir, 'postgres');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  return realpathSync(home);
};

const urlsOf = (passwords: Credentials, port: number) => {
  const url = (role: keyof Credentials, database: string) =>
    `postgres://${ROLES[role]}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: url('superuser', 'postgres'),
    ownerUrl: url('owner', DATABASE),
    applicationUrl: url('application', DATABASE),
  };
};

const once = (action: (() => void) | undefined) => {
  let done = action === undefined;
  return () => {
    if (done) return;
    done = true;
    action?.();
  };
};
