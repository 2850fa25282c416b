// A process of its own for fault specs: starts PostgreSQL on a data folder, prints what it got, and holds it until it is killed
// or its input closes.
import { once } from 'node:events';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';

const main = async (dataDir: string) => {
  const server = await startEmbeddedPostgres({ dataDir });
  const { applicationUrl, ownerUrl, folder } = server;
  console.log(JSON.stringify({ applicationUrl, ownerUrl, folder, pid: server.server().pid }));
  process.stdin.resume();
  await once(process.stdin, 'close');
  await server.stop();
};

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
