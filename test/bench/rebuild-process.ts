// Builds all views of a log, or only folds them, and prints what that took, as one line of JSON.
import type { EventStore } from '#platform/event-store';
import { openPool, PostgresEventStore, PostgresViewStore } from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { BuildTerm } from '../../libs/platform/follow/builds/build-term.js';
import type { OpenRow, ViewChange } from '../../libs/platform/follow/fold/view-change.js';
import type { BuildLease } from '../../libs/platform/follow/views/view-store.js';

/** How many builds are cleared away: more than one run of the benchmark makes. */
const BUILDS = 100;

/** The first events of a log, as many as are named, as if there were no more. */
const firstOf = (log: PostgresEventStore, count: number): Pick<EventStore, 'scan'> => ({
  scan: async ({ after, limit }) => {
    const read = after === 'start' ? 0 : Number(after) + 1;
    const left = Math.min(limit, count - read);
    return left > 0 ? log.scan({ after, limit: left < limit ? left : limit }) : [];
  },
});

/** Keeps the open rows in memory and nothing else. */
class Folded implements BuildLease {
  readonly #rows = new Map<string, Map<string, OpenRow>>(VIEWS_OF_ALL.map(({ name }) => [name, new Map()]));

  tables() {
    return Promise.resolve(VIEWS_OF_ALL.map((view) => ({ view, build: 0, state: 'building', at: 'start' }) as const));
  }

  rows({ view }: ViewChange['table'], keys: readonly string[]) {
    const rows = this.#rows.get(view.name);
    const found = keys.flatMap((key): [string, OpenRow][] => {
      const row = rows?.get(key);
      return row ? [[key, row]] : [];
    });
    return Promise.resolve(new Map(found));
  }

  keep() {
    return Promise.resolve();
  }

  commit({ changes }: Parameters<BuildLease['commit']>[0]) {
    for (const { table, closed, open } of changes) {
      const rows = this.#rows.get(table.view.name);
      for (const key of closed) rows?.delete(key);
      for (const row of open) rows?.set(row.key, row);
    }
    return Promise.resolve();
  }

  finish() {
    return Promise.resolve();
  }

  release() {
    return Promise.resolve();
  }
}

/** Removes what was built. */
const clear = (views: PostgresViewStore) =>
  views.prepare(
    VIEWS_OF_ALL.flatMap((view) =>
      Array.from({ length: BUILDS }, (_, build) => ({ view, build, state: 'building' as const })),
    ),
  );

const anew = async (views: PostgresViewStore) => {
  await clear(views);
  return views.buildLease();
};

const main = async ([way = '', url = '', count = '']: readonly string[]): Promise<void> => {
  const store = new PostgresEventStore(url);
  const pool = openPool({ url, name: 'rebuild', max: 6 });
  const views = new PostgresViewStore(pool, new ViewRegistry(VIEWS_OF_ALL), store);
  const lease = way === 'store' ? await anew(views) : new Folded();
  if (!lease) throw new Error('nothing to build');
  const started = performance.now();
  const before = process.cpuUsage();
  const events = firstOf(store, Number(count)) as EventStore;
  const term = await BuildTerm.begin({ events, log: createLog('silent'), filled: () => undefined }, lease);
  const { signal } = new AbortController();
  while ((await term.turn(signal)) !== 'over') continue;
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(before);
  const rss = process.resourceUsage().maxRSS / 1_024;
  console.log(
    JSON.stringify({ perSecond: Number(count) / seconds, cpuMicroseconds: (user + system) / Number(count), rss }),
  );
  await lease.release();
  // Or the server would be busy with it while the other side is measured.
  if (way === 'store') await clear(views);
  await Promise.all([store.close(), pool.end()]);
};

void main(process.argv.slice(2));
