import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { migrate, prepareDatabase } from '#platform/postgres';
import type { Log } from '#platform/telemetry';
import type { Config } from './config.js';

export interface Database {
  readonly applicationUrl: string;
  /** The last thing to do: ends the bundled server, leaves one of the operator's own alone. */
  readonly close: () => Promise<void>;
}

/** What becomes of the bundled server, as the log tells it. */
export const toldOfServer = (log: Log) => ({
  restarted: () => {
    log.warn('PostgreSQL had ended and was started again');
  },
  waits: (error: unknown) => {
    log.error({ error }, 'PostgreSQL ended and could not be started again yet');
  },
});

/**
 * Opens the database that the configuration names, with the schema of this program. `meanwhile` is called when there is time for
 * other things; `lost` when the bundled server is gone for good.
 */
export const openDatabase = async (
  config: Config,
  log: Log,
  { meanwhile, lost }: { readonly meanwhile: () => void; readonly lost: (error: unknown) => void },
): Promise<Database> => {
  if (config.databaseUrl !== undefined) {
    await prepareDatabase({ applicationUrl: config.databaseUrl, ownerUrl: config.migrationUrl });
    return { applicationUrl: config.databaseUrl, close: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    meanwhile,
    events: { lost, ...toldOfServer(log) },
  });
  try {
    await migrate({ ownerUrl: server.ownerUrl, appRole: server.applicationRole });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { pid, port, adopted } = server.server();
  log.info({ pid, port, adopted, folder: server.folder }, 'PostgreSQL is ready');
  return { applicationUrl: server.applicationUrl, close: () => server.stop() };
};
