import { execFile } from 'node:child_process';
import { mkdirSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import { Progress, ViewFollower } from '#platform/follow';
import { FileKeyStore, PersonalDataCipher } from '#platform/personal-data';
import {
  migrate,
  openPool,
  PostgresEventStore,
  PostgresPolicyStore,
  PostgresViews,
  PostgresViewStore,
  provision,
} from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { query } from '../support/query.js';
import { soon } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const root = join(__dirname, '../..');
const run = promisify(execFile);

/** A generated log with its views folded, and how fast they caught up, if they were not folded before. */
export interface Filled {
  readonly events: number;
  readonly log: PostgresEventStore;
  readonly views: PostgresViews;
  readonly personal: PersonalDataCipher;
  readonly caughtUp: number | undefined;
}

export interface Sizes {
  readonly large: number;
  readonly small: number;
  /** Where both logs are kept from one run to the next; by default nowhere. */
  readonly data: string | undefined;
  readonly prepareOnly: boolean;
}

/** Reads the flags `--events N --small N --data DIR --prepare-only`. */
export const sizesAsked = (): Sizes => {
  const options = { events: { type: 'string' }, small: { type: 'string' }, data: { type: 'string' } } as const;
  const { values } = parseArgs({ options: { ...options, 'prepare-only': { type: 'boolean' } }, strict: false });
  const number = (text: unknown, otherwise: number) => (text === undefined ? otherwise : Number(text));
  const [large, small] = [number(values.events, 10_000_000), number(values.small, 100_000)];
  if (!(small >= 500 && small < large))
    throw new Error('--small and --events take numbers, the smaller one from 500 on');
  const data = typeof values.data === 'string' ? values.data : undefined;
  return { large, small, data, prepareOnly: values['prepare-only'] === true };
};

/** Hands out the two logs, each in a database of its own on one server; what was not there before is made first. */
export const inScaledWorld = async <T>(sizes: Sizes, work: (world: { large: Filled; small: Filled }) => Promise<T>) => {
  await run(process.execPath, [join(root, 'infra/build.mjs')]);
  const folder = sizes.data ?? temporaryFolder();
  // Root's PostgreSQL runs as another user, which has to get in.
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder });
    const opened: Opened[] = [];
    try {
      const open = async (events: number) => {
        const one = await Opened.open(server, { folder, events });
        opened.push(one);
        return one.fill();
      };
      const [small, large] = [await open(sizes.small), await open(sizes.large)];
      for (const { events } of [small, large]) await warm(server, events);
      await query(server.superuserUrl, 'CHECKPOINT');
      return await work({ large, small });
    } finally {
      for (const one of opened) await one.close();
      await server.stop();
      if (sizes.data === undefined) removeFolder(server.folder);
    }
  } finally {
    if (sizes.data === undefined) removeFolder(folder);
  }
};

/** The folder of a log of this many events. */
const databaseOf = (events: number): string => `scale_${String(events)}`;

const on = (url: string, database: string): string => Object.assign(new URL(url), { pathname: database }).href;

/** Brings the log's indexes into memory, where a server that has run for a day has them; only what was filled just now has not. */
const warm = async ({ superuserUrl }: EmbeddedPostgres, events: number): Promise<void> => {
  const url = on(superuserUrl, databaseOf(events));
  await query(url, 'CREATE EXTENSION IF NOT EXISTS pg_prewarm');
  const indexes = `SELECT indexrelid FROM pg_index WHERE indrelid = 'log.event'::regclass`;
  await query(url, `SELECT pg_prewarm(indexrelid, 'read') FROM (${indexes}) AS of_the_log`);
};

/** One of the two logs, with everything that is open on it. */
class Opened {
  readonly #log: PostgresEventStore;
  readonly #pool;
  readonly #registry = new ViewRegistry(VIEWS_OF_ALL);

  private constructor(
    private readonly urls: { readonly application: string; readonly owner: string },
    private readonly place: { readonly dataDir: string; readonly events: number },
    private readonly keys: FileKeyStore,
  ) {
    this.#log = new PostgresEventStore(urls.application);
    this.#pool = openPool({ url: urls.application, name: 'scale', max: 8 });
  }

  static async open(
    server: EmbeddedPostgres,
    { folder, events }: { readonly folder: string; readonly events: number },
  ): Promise<Opened> {
    const database = databaseOf(events);
    const role = (url: string) => {
      const { username, password } = new URL(url);
      return { name: username, password };
    };
    const [owner, application] = [role(server.ownerUrl), role(server.applicationUrl)];
    await provision({ superuserUrl: server.superuserUrl, database, owner, application });
    const urls = { application: on(server.applicationUrl, database), owner: on(server.ownerUrl, database) };
    await migrate({ ownerUrl: urls.owner, appRole: server.applicationRole });
    const dataDir = join(folder, database);
    return new Opened(urls, { dataDir, events }, await FileKeyStore.open(join(dataDir, 'keys')));
  }

  /** Generates what is missing and folds it. */
  async fill(): Promise<Filled> {
    const { events, dataDir } = this.place;
    const head = await this.#log.head();
    const held = head === 'start' ? 0 : Number(head) + 1;
    if (held < events) await this.generate();
    const caughtUp = await this.fold();
    // As autovacuum would have left them, had the events come in a year and not in minutes.
    if (held < events || caughtUp !== undefined) await query(this.urls.owner, 'VACUUM (ANALYZE)');
    const store = new PostgresViewStore(this.#pool, this.#registry, this.#log);
    const policyStore = new PostgresPolicyStore(this.#pool, [], this.#log);
    const followed = { views: this.#registry, policies: [], viewStore: store, policyStore, events: this.#log };
    const visibility = new Progress(followed);
    const personal = new PersonalDataCipher(this.keys);
    const views = new PostgresViews({
      pool: this.#pool,
      views: this.#registry,
      events: this.#log,
      clock: () => new Date(),
      visibility,
      personal,
    });
    console.error(`${String(events)} events are ready in ${dataDir}`);
    return { events, log: this.#log, views, personal, caughtUp };
  }

  async close(): Promise<void> {
    await Promise.all([this.#log.close(), this.#pool.end(), this.keys.close()]);
  }

  private async generate(): Promise<void> {
    const { PATH, TMPDIR } = process.env;
    const { events, dataDir } = this.place;
    const urls = { DATABASE_URL: this.urls.application, DATABASE_MIGRATION_URL: this.urls.owner };
    const { stdout } = await run(
      process.execPath,
      [join(root, 'dist/apps/cli/sifang.js'), '--json', 'generate', '--events', String(events)],
      { env: { PATH, TMPDIR, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...urls } },
    );
    console.error(stdout.trim());
  }

  /** Events a second while the views caught up; undefined when they had nothing to do. */
  private async fold(): Promise<number | undefined> {
    const store = new PostgresViewStore(this.#pool, this.#registry, this.#log);
    const head = await this.#log.head();
    const events = head === 'start' ? 0 : Number(head) + 1;
    const registry = this.#registry;
    const follower = new ViewFollower({ views: registry, store, events: this.#log, log: createLog('warn') });
    const before = await store.checkpoints();
    const started = performance.now();
    await follower.start();
    await soon(async () => {
      const at = await store.checkpoints();
      if (VIEWS_OF_ALL.some(({ name }) => at.get(name)?.at !== head)) throw new Error('not folded yet');
    });
    const seconds = (performance.now() - started) / 1_000;
    const parked = await follower.parked();
    await follower.stop();
    if (parked.length > 0) throw new Error(`views could not fold ${String(parked.length)} streams`);
    const isNew = VIEWS_OF_ALL.some(({ name }) => (before.get(name)?.at ?? 'start') === 'start');
    return isNew ? events / seconds : undefined;
  }
}
