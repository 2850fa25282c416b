import { openPool, PostgresEventStore, PostgresViewStore } from '#platform/postgres';
import { ViewRegistry } from '#platform/views';
import { VIEWS_OF_ALL } from '../api/contexts.js';
import { withDatabase } from './with-database.js';

/** A row for each view of this program: its version, and how far it is of how much. */
export const viewsStatus = () =>
  withDatabase(async ({ applicationUrl }) => {
    const events = new PostgresEventStore(applicationUrl);
    const pool = openPool({ url: applicationUrl, name: 'cli', max: 2 });
    try {
      const head = await events.head();
      const at = await new PostgresViewStore(pool, new ViewRegistry(VIEWS_OF_ALL), events).checkpoints();
      return VIEWS_OF_ALL.map(({ name, version }) => ({
        view: name,
        version,
        position: at.get(name) ?? 'start',
        head,
      }));
    } finally {
      await Promise.all([events.close(), pool.end()]);
    }
  });
