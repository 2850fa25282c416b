// A process of its own that follows boxes in a database, builds what is to be built, and is there to be killed.
import { ViewFollower } from '#platform/follow';
import { openPool, PostgresEventStore, PostgresViewStore } from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { boxCard, shelfBoard } from '../../support/boxes.js';

const main = async (url: string) => {
  const events = new PostgresEventStore(url);
  const pool = openPool({ url, name: 'boxes', max: 6 });
  const views = new ViewRegistry([boxCard(), shelfBoard()]);
  const store = new PostgresViewStore(pool, views, events);
  await new ViewFollower({ views, store, events, log: createLog('silent') }).start();
  console.log('follows');
};

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
