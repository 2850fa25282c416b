import { join } from 'node:path';
import type { EmbeddedPostgres } from '#platform/embedded-postgres';
import { PostgresEventStore } from '#platform/postgres';
import { appending, withLog } from './append.js';
import { interleaved, resultOf, type Bench, type Result } from './bench.js';
import { mutations, PACE } from './command.js';
import { ServerProcess, SOURCES } from './server-process.js';
import { withApi } from './with-api.js';

const ROUNDS = 7;
const CLIENTS = [64, 8, 1] as const;
const AS_SHIPPED = 'as shipped';
const WITHOUT = ['-r', join(__dirname, 'without-settings.cjs')];

/** The same database by way of a pooler, which is a process of its own. */
const throughPooler = async (url: string) => {
  const pooler = await ServerProcess.start([...SOURCES, 'test/bench/pooler-process.ts', url], {});
  return { url: Object.assign(new URL(url), { port: new URL(pooler.url).port }).href, stop: () => pooler.stop() };
};

/** The log written to as somebody may have set it up, beside the same log as it is shipped. */
const ofLog = async ({ applicationUrl }: EmbeddedPostgres): Promise<readonly Result[]> => {
  const pooler = await throughPooler(applicationUrl);
  const shipped = new PostgresEventStore(applicationUrl);
  const stores = {
    'settings missing': new PostgresEventStore(applicationUrl, {}),
    'behind a pooler': new PostgresEventStore(pooler.url),
  };
  const results: Result[] = [];
  for (const [how, store] of Object.entries(stores)) {
    for (const clients of CLIENTS) {
      const rounds = await interleaved(
        ROUNDS,
        () => appending(store, clients),
        () => appending(shipped, clients),
      );
      const rates = rounds.map(({ ours, theirs }) => ({ ours: ours.perSecond, theirs: theirs.perSecond }));
      results.push(
        resultOf(`append, ${String(clients)} at once, ${how}`, 'events/s', rates, { direction: '>=', ratio: 0.5 }),
      );
    }
  }
  for (const store of [shipped, ...Object.values(stores)]) await store.close();
  await pooler.stop();
  return results;
};

/** Whole mutations on an API that is set up like this, beside the plain handler on the same server. */
const ofApi = async (how: string, setup: Parameters<typeof withApi>[1]): Promise<readonly Result[]> => {
  const results = await withApi((api) => mutations(api, PACE), setup);
  return results.filter(({ unit }) => unit === 'per second').map((one) => ({ ...one, what: `${one.what}, ${how}` }));
};

export const setups: Bench = {
  title:
    'Appends beside those of the log as it is shipped, and mutations beside a plain handler, for other ways to set it up',
  columns: ['set up so', 'beside'],
  run: async () => [
    ...(await withLog(ofLog)),
    ...(await ofApi(AS_SHIPPED, {})),
    ...(await ofApi('settings missing', { node: WITHOUT })),
    ...(await ofApi('behind a pooler', { through: throughPooler })),
  ],
};
