// A process of its own: starts one PostgreSQL for a whole test run, prints its addresses as one line of JSON, and ends it when
// its input closes, also because the test run was killed. Nothing stays on disk.
import { once } from 'node:events';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { migrate } from '#platform/postgres';
import { removeFolder, temporaryFolder } from './temporary-folder.js';

/** As some careful administrator may have set it up: nothing that the product does may hang on any of it. */
const ODD = {
  ...{
    default_transaction_isolation: 'serializable',
    plan_cache_mode: 'force_custom_plan',
    TimeZone: 'Asia/Kathmandu',
  },
  ...{ DateStyle: 'SQL, DMY', IntervalStyle: 'sql_standard', bytea_output: 'escape' },
};

const main = async () => {
  const dataDir = temporaryFolder();
  try {
    // The data is thrown away after the run, so a power cut may have it: no waiting for the disk.
    const settings = { ...ODD, fsync: 'off', full_page_writes: 'off', max_connections: '200' };
    const server = await startEmbeddedPostgres({ dataDir, durable: false, settings });
    await migrate({ ownerUrl: server.ownerUrl, appRole: server.applicationRole });
    const { superuserUrl, ownerUrl, applicationUrl } = server;
    console.log(JSON.stringify({ superuserUrl, ownerUrl, applicationUrl }));
    process.stdin.resume();
    await once(process.stdin, 'close');
    await server.stop();
    removeFolder(server.folder);
  } finally {
    removeFolder(dataDir);
  }
};

// Ctrl-C reaches every process of the terminal; this one waits for its input to close.
process.on('SIGINT', () => undefined);
main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
