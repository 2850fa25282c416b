import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import { createLog } from '#platform/telemetry';
import { throughGate, type Gate } from '../../apps/cli/accounts/gate.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { ServerProcess } from './server-process.js';

const root = join(__dirname, '../..');

/** The whole API in a process of its own, as it is shipped, and the PostgreSQL it works on. */
export interface Api {
  readonly database: EmbeddedPostgres;
  readonly server: ServerProcess;
  /** Where accounts are kept: who has the database and the keys can let anybody in. */
  readonly gate: Gate;
  /** Starts another server beside it, which is ended before the rest. */
  readonly beside: (args: readonly string[]) => Promise<ServerProcess>;
}

/** How the API is started. */
interface Setup {
  /** What Node is told before the API's own file. */
  readonly node?: readonly string[];
  /** What stands between the API and its database. */
  readonly through?: (url: string) => Promise<{ readonly url: string; readonly stop: () => Promise<void> }>;
}

/** Starts everything, hands it out, and clears it away whatever happens. */
export const withApi = async <T>(work: (api: Api) => Promise<T>, { node = [], through }: Setup = {}): Promise<T> => {
  execFileSync(process.execPath, [join(root, 'infra/build.mjs')]);
  const dataDir = temporaryFolder();
  const closers: (() => unknown)[] = [
    () => {
      removeFolder(dataDir);
    },
  ];
  const start = async (args: readonly string[], environment: NodeJS.ProcessEnv) => {
    const server = await ServerProcess.start(args, environment);
    closers.push(() => server.stop());
    return server;
  };
  try {
    const database = await startEmbeddedPostgres({ dataDir });
    closers.push(
      () => {
        removeFolder(database.folder);
      },
      () => database.stop(),
    );
    const between = await through?.(database.applicationUrl);
    if (between) closers.push(between.stop);
    const server = await start([...node, 'dist/apps/api/main.js'], {
      ...{ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: 'off', DATA_DIR: dataDir },
      ...{ DATABASE_URL: between?.url ?? database.applicationUrl, DATABASE_MIGRATION_URL: database.ownerUrl },
    });
    const beside: Api['beside'] = (args) => start(args, {});
    const place = {
      applicationUrl: database.applicationUrl,
      dataDir,
      eventStoreUrl: undefined,
      log: createLog('warn'),
    };
    return await throughGate(place, (gate) => work({ database, server, gate, beside }));
  } finally {
    for (const close of closers.toReversed()) await close();
  }
};
