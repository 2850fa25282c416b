import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { PostgresEventStore } from '#platform/postgres';
import { anAppend } from '../../libs/platform/event-store/event-store.contract.js';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';
import { fillDisks } from './full-disk.js';
import { Pooler } from './pooler/pooler.js';
import { query } from './query.js';

/** A database and a data folder as an operator may find them. */
interface Found {
  readonly url: string;
  readonly close?: () => unknown;
}

type Make = (database: FreshDatabase, folder: string) => Promise<Found>;

const changed =
  (change: Partial<URL>): Make =>
  ({ applicationUrl }) =>
    Promise.resolve({ url: Object.assign(new URL(applicationUrl), change).href });

/** What somebody did to a database before. */
const after =
  (sql: string, as: 'ownerUrl' | 'superuserUrl' = 'ownerUrl'): Make =>
  async (database) => {
    await query(database[as], sql);
    return { url: database.applicationUrl };
  };

const holding = async (url: string, append: ReturnType<typeof anAppend>) => {
  const events = new PostgresEventStore(url);
  for (const one of [anAppend(), append, anAppend()]) await events.append(one);
  await events.close();
};

/** What somebody did, past everything that keeps them from it, to the three events of a log. */
const damaged =
  (sql: string): Make =>
  async (database, folder) => {
    await holding(database.applicationUrl, anAppend());
    return after(`SET session_replication_role = replica; ${sql}`, 'superuserUrl')(database, folder);
  };

const pooled: Make = async ({ applicationUrl }) => {
  const pooler = await Pooler.before(applicationUrl, { by: 'transaction', settings: 'refused' });
  return { url: pooler.url, close: () => pooler.close() };
};

const sealedElsewhere: Make = async ({ applicationUrl }) => {
  const append = anAppend();
  const place = { stream: append.stream, eventId: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11' };
  const data = await new PersonalDataCipher(new MemoryKeyStore()).seal(place, [['name']], { name: 'Invented Person' });
  await holding(applicationUrl, { ...append, events: [{ type: 'ThingNamed', schemaVersion: 1, data }] });
  return { url: applicationUrl };
};

/** Every table refuses what would make it larger, as PostgreSQL does on a full disk. */
const FULL = `
  CREATE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
  DO $$ DECLARE each regclass; BEGIN
    FOR each IN SELECT oid FROM pg_class
      WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('log', 'view', 'sign_in', 'security') LOOP
      EXECUTE format('CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON %s EXECUTE FUNCTION public.full_disk()', each);
    END LOOP;
  END $$`;

/** Settings of a database, for whoever connects next. */
const setting =
  (...settings: readonly string[]): Make =>
  async (database, folder) => {
    const name = new URL(database.ownerUrl).pathname.slice(1);
    const each = settings.map((one) => `ALTER DATABASE ${name} SET ${one}`).join('; ');
    return after(each)(database, folder);
  };

/** Says of itself what a standby says, and refuses what one refuses, by the same code; F28 has a true one. */
const asStandby: Make = async (database, folder) => {
  await query(
    database.superuserUrl,
    `CREATE FUNCTION public.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT true';
     GRANT USAGE ON SCHEMA public TO PUBLIC`,
  );
  return setting('search_path = public, pg_catalog', 'default_transaction_read_only = on')(database, folder);
};

/** What asks the log alone, whatever else is not as it should be. */
const LOG_ALONE = ['log verify', 'log copy', 'log test-clock'];
const VIEWS = ['views status', 'views rebuild', 'views discard'];
/** What needs no keys. */
const WITHOUT_KEYS = [...LOG_ALONE, ...VIEWS, 'evidence verify', 'security log'];
const READING = [...LOG_ALONE, 'views status', 'doctor', 'evidence verify', 'keys verify', 'security log'];
/** What asks neither the log for all that is in it. */
const BESIDE_THE_LOG = [...VIEWS, 'doctor', 'evidence verify', 'keys verify', 'security log'];

/** What an operator may find, how it comes to that, and which commands may do what they are asked for all the same. */
interface State {
  readonly is: string;
  readonly make: Make;
  /** What whoever asks for something that needs all of it is told. */
  readonly said: RegExp;
  readonly mayPass?: readonly string[];
  /**
   * Commands that would do all of their work, which has nothing to do with this and takes long, or that get so far that they ask for a
   * thread of their own, which only a program has that is built.
   */
  readonly unasked?: readonly string[];
}

export const DATABASE_STATES: readonly State[] = [
  { is: 'away', said: /no connection to/, make: changed({ port: '1' }) },
  {
    is: 'without our schemas',
    said: /lacks migrations/,
    make: after('DROP SCHEMA migration, log, view, sign_in, security CASCADE'),
  },
  {
    is: 'of an older release',
    said: /lacks migrations/,
    make: after('DELETE FROM migration.applied WHERE number = (SELECT max(number) FROM migration.applied)'),
    mayPass: LOG_ALONE,
  },
  {
    is: 'of a newer release',
    said: /does not know: start a newer/,
    make: after(
      `INSERT INTO migration.applied SELECT 9999, '9999_later.sql', sha256, app_role FROM migration.applied LIMIT 1`,
    ),
    mayPass: LOG_ALONE,
  },
  {
    is: "entered with the owner's role",
    said: /owns the log/,
    make: ({ ownerUrl }) => Promise.resolve({ url: ownerUrl }),
    mayPass: [...LOG_ALONE, 'keys copy'],
  },
  { is: 'entered as nobody', said: /password authentication failed/, make: changed({ password: 'guessed' }) },
  { is: 'one that is not there', said: /does not exist/, make: changed({ pathname: '/none' }) },
  { is: 'behind a pooler by transaction', said: /session pooling/, make: pooled, mayPass: LOG_ALONE },
  {
    is: 'set to read-only',
    said: /is set to read-only/,
    make: setting('default_transaction_read_only = on'),
    mayPass: LOG_ALONE,
  },
  { is: 'a standby', said: /is a replica/, make: asStandby, mayPass: LOG_ALONE },
  { is: 'on a full disk', said: /has no room left/, make: after(FULL, 'superuserUrl'), mayPass: READING },
  {
    is: 'one whose log was rewritten',
    said: /SIGN_IN_FAILED/,
    make: damaged(`UPDATE log.event SET data = '{"altered": true}' WHERE position = 1`),
    mayPass: BESIDE_THE_LOG,
    unasked: ['generate'],
  },
  {
    is: 'one whose log lacks an event',
    said: /SIGN_IN_FAILED/,
    make: damaged('DELETE FROM log.event WHERE position = 1'),
    mayPass: BESIDE_THE_LOG,
    unasked: ['generate', 'views rebuild'],
  },
  {
    is: 'one whose log cannot be read',
    said: /the log is damaged: at position 0/,
    make: damaged(`UPDATE log.event SET entry = '{"torn'`),
    mayPass: [...VIEWS, 'evidence verify', 'security log'],
  },
  {
    is: 'one whose keys are elsewhere',
    said: /are not those of this log/,
    make: after(`INSERT INTO log.key_store SELECT id::text, '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11' FROM log.identity`),
    mayPass: WITHOUT_KEYS,
    unasked: ['views rebuild'],
  },
  {
    is: 'one that lacks a key',
    said: /position 1 of the log\) is missing/,
    make: sealedElsewhere,
    mayPass: WITHOUT_KEYS,
    unasked: ['views rebuild'],
  },
  {
    is: 'beside a data folder on a full disk',
    said: /is on a full disk: make room/,
    make: async ({ applicationUrl }) => ({ url: applicationUrl, close: await fillDisks() }),
    mayPass: WITHOUT_KEYS,
    unasked: ['views rebuild'],
  },
];

/** Makes a database what it is found to be. */
export const foundDatabase = async (make: Make, folder: string) => {
  const database = await freshDatabase();
  const { url, close } = await make(database, folder);
  const drop = async () => {
    await close?.();
    await database.drop();
  };
  return { url, drop };
};
