import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import type { LogRecord } from '#platform/log-tools';
import { migrate, PostgresLogSource } from '#platform/postgres';
import { BoxWorld } from '../../support/box-world.js';
import { removeFolder } from '../../support/temporary-folder.js';

/** The data is thrown away after the run: no waiting for the disk. */
const FAST = { fsync: 'off' };

/** The log's database, as somebody who may read everything. */
export const inspectorUrl = ({ superuserUrl, ownerUrl }: EmbeddedPostgres): string =>
  Object.assign(new URL(superuserUrl), { pathname: new URL(ownerUrl).pathname }).href;

/** A PostgreSQL of its own on a data folder, with a log and whatever follows it. */
export interface OwnCluster {
  readonly server: EmbeddedPostgres;
  readonly world: BoxWorld;
  /** Ends the world and the server. */
  close(): Promise<void>;
}

export const openCluster = async (
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnCluster> => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, settings: { ...FAST, ...settings } });
  // A replica has what its primary has.
  if (settings['primary_conninfo'] === undefined) {
    await migrate({ ownerUrl: server.ownerUrl, appRole: server.applicationRole });
  }
  const world = await BoxWorld.open({ ...server, drop: () => Promise.resolve() });
  const close = async () => {
    await world.close();
    await server.stop();
    // Where root found another place for it.
    if (!server.folder.startsWith(dataDir)) removeFolder(server.folder);
  };
  return { server, world, close };
};

/** The whole log at an address, as it is stored. */
export const allRecords = async (url: string): Promise<readonly LogRecord[]> => {
  const log = new PostgresLogSource(url);
  try {
    return await log.records('start', 10_000_000);
  } finally {
    await log.close();
  }
};
