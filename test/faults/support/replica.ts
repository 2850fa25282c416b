import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backup, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import { findDataDirectory, handTo } from '../../../libs/platform/embedded-postgres/data-directory.js';

/** A standby of the bundled PostgreSQL on a data folder: begun from a backup, then fed over a connection to the primary. */
export const startReplica = async (
  primary: Pick<EmbeddedPostgres, 'superuserUrl'>,
  { primaryDir, dataDir }: { readonly primaryDir: string; readonly dataDir: string },
): Promise<EmbeddedPostgres> => {
  const folder = `${dataDir}.backup`;
  const { folders } = await backup({ dataDir: primaryDir, folder, withKeys: false, durable: false });
  const home = join(dataDir, 'postgres');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const { cluster, user } = findDataDirectory(home);
  cpSync(join(folder, 'cluster'), cluster, { recursive: true });
  // The backup has the folders with files in them; its manifest names the others, too.
  for (const name of folders) mkdirSync(join(cluster, name), { recursive: true, mode: 0o700 });
  writeFileSync(join(cluster, 'standby.signal'), '');
  for (const path of ['', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
    handTo(user, join(cluster, path));
  cpSync(join(folder, 'credentials.json'), join(home, 'credentials.json'));
  const { hostname, port, username, password } = new URL(primary.superuserUrl);
  const primary_conninfo = `host=${hostname} port=${port} user=${username} password=${password}`;
  return startEmbeddedPostgres({ dataDir, durable: false, settings: { fsync: 'off', primary_conninfo } });
};
