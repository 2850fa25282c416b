import type { AnyView } from '#kernel';
import { ViewFollower } from '#platform/follow';
import { openPool, PostgresViewBuilds, PostgresViewStore, type TableStatus } from '#platform/postgres';
import { ViewRegistry } from '#platform/views';
import { VIEWS_OF_ALL } from '../api/contexts.js';
import { openEventLog, type EventLog } from '../api/event-log.js';
import { EXIT, Failed } from './failed.js';
import { withDatabase } from './with-database.js';

/** What commands about views work on. */
export interface ViewsPlace {
  readonly events: EventLog;
  readonly builds: PostgresViewBuilds;
  /**
   * Waits until the tables are as wanted. Does the work itself where no server does: whoever holds a table's lock writes it, and
   * the other one stands by.
   */
  readonly until: (wanted: (tables: readonly TableStatus[]) => boolean) => Promise<void>;
}

const LOOK_MS = 200;

/** Opens the views of the server's own database for as long as a command takes. */
export const withViews = <T>(work: (place: ViewsPlace) => Promise<T>): Promise<T> =>
  withDatabase(async ({ applicationUrl, config, log }) => {
    const events = await openEventLog({ applicationUrl, eventStoreUrl: config.eventStoreUrl });
    const pool = openPool({ url: applicationUrl, name: 'cli', max: 6 });
    const views = new ViewRegistry(VIEWS_OF_ALL);
    const builds = new PostgresViewBuilds(pool, views, events);
    const follower = new ViewFollower({ views, store: new PostgresViewStore(pool, views, events), events, log });
    const until: ViewsPlace['until'] = async (wanted) => {
      await follower.start();
      while (!wanted(await builds.tables())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    };
    try {
      return await work({ events, builds, until });
    } finally {
      await follower.stop();
      await Promise.all([events.close(), pool.end()]);
    }
  });

/** The view of this name. Throws Failed with the names that there are. */
export const viewNamed = (name: string): AnyView => {
  const view = VIEWS_OF_ALL.find((one) => one.name === name);
  if (view) return view;
  const names = VIEWS_OF_ALL.map((one) => one.name).join(', ');
  throw new Failed(`no view is called "${name}" 没有名为“${name}”的视图；views 视图: ${names}`, EXIT.usage);
};
