// A process of its own, with little memory: builds a view of the whole log, then reads the whole log page by page.
import { PostgresEventStore, openPool, PostgresViewStore } from '#platform/postgres';
import { ViewFollower } from '#platform/follow';
import type { After } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { boxCard } from '../../support/boxes.js';
import { until } from '../../support/soon.js';

const main = async (url: string) => {
  const events = new PostgresEventStore(url);
  const pool = openPool({ url, name: 'small', max: 6 });
  const views = new ViewRegistry([boxCard()]);
  const store = new PostgresViewStore(pool, views, events);
  const follower = new ViewFollower({ views, store, events, log: createLog('error') });
  await follower.start();
  const head = await events.head();
  let at: After | undefined;
  const looking = setInterval(() => void store.checkpoints().then((places) => (at = places.get('box_card')?.at)), 100);
  await until(() => at === head);
  clearInterval(looking);
  let read = 0;
  let after: After = 'start';
  for (let page = await events.readAll({ after, limit: 500 }); page.length > 0;) {
    read += page.length;
    after = page.at(-1)?.position ?? after;
    page = await events.readAll({ after, limit: 500 });
  }
  await follower.stop();
  await events.close();
  await pool.end();
  console.log(`read ${read}`);
};

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
