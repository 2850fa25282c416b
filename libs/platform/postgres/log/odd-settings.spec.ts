import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { eventStoreContract } from '../../event-store/event-store.contract.js';
import { openPool } from '../connect/pool.js';
import { PostgresEventStore } from './postgres-event-store.js';

/** What an administrator may have set for a role or a database: how statements run, and how answers are written. */
const SETTABLE = {
  default_transaction_isolation: ['serializable', 'repeatable read', 'read uncommitted'],
  DateStyle: ['SQL, DMY', 'German', 'Postgres, MDY'],
  TimeZone: ['Asia/Kathmandu', 'America/St_Johns', 'Asia/Shanghai'],
  IntervalStyle: ['sql_standard', 'iso_8601', 'postgres_verbose'],
  bytea_output: ['escape', 'hex', 'escape'],
  search_path: ['nowhere', 'pg_temp, public', 'view, log'],
  standard_conforming_strings: ['off', 'on', 'off'],
  extra_float_digits: ['-15', '3', '0'],
  statement_timeout: ['0', '1h', '1s'],
} as const;
/** Each way of planning with each third of the settings, each set for something else. */
const CASES = [
  { nth: 0, plans: 'force_custom_plan', where: 'role' },
  { nth: 1, plans: 'force_generic_plan', where: 'database' },
  { nth: 2, plans: 'auto', where: 'role in database' },
] as const;
type Case = (typeof CASES)[number];

const settingsOf = ({ nth }: Case) => Object.entries(SETTABLE).map(([name, values]) => [name, values[nth]] as const);

/** Lists of names stay lists. */
const set = (name: string, value: string) => `SET ${name} = ${name === 'search_path' ? value : escapeLiteral(value)}`;

const setUpOddly = async (database: FreshDatabase, one: Case) => {
  const url = new URL(database.applicationUrl);
  const [role, name] = [url.username, url.pathname.slice(1)].map(escapeIdentifier);
  const of = {
    role: `ROLE ${role}`,
    database: `DATABASE ${name}`,
    'role in database': `ROLE ${role} IN DATABASE ${name}`,
  };
  for (const [setting, value] of settingsOf(one)) {
    await query(database.superuserUrl, `ALTER ${of[one.where]} ${set(setting, value)}`);
  }
  return () => query(database.superuserUrl, `ALTER ${of[one.where]} RESET ALL`);
};

describe.each(CASES)('with $plans and odd settings of the $where', (one) => {
  let database: FreshDatabase;
  let undo: () => Promise<unknown>;
  beforeAll(async () => {
    database = await freshDatabase();
    undo = await setUpOddly(database, one);
  });
  afterAll(async () => {
    // Roles belong to the whole server.
    await undo();
    await database.drop();
  });

  const opened: PostgresEventStore[] = [];
  afterAll(() => Promise.all(opened.map((store) => store.close())));
  eventStoreContract('PostgresEventStore', async () => {
    await query(database.ownerUrl, 'TRUNCATE log.event');
    const store = new PostgresEventStore(database.applicationUrl, { plan_cache_mode: one.plans });
    opened.push(store);
    return store;
  });

  it('reads times, bytes, numbers and texts as they are, and ends what takes too long', async () => {
    const pool = openPool({ url: database.applicationUrl, name: 'odd', max: 1, statementTimeoutMs: 200 });
    const sql = `SELECT '2022-02-03T04:05:06.789Z'::timestamptz AS at, '\\x00ff'::bytea AS bytes, 0.1::float8 + 0.2 AS sum`;
    const { rows } = await pool.query<Record<string, unknown>>(sql);
    await expect(pool.query('SELECT pg_sleep(10)')).rejects.toMatchObject({ code: '57014' });
    await pool.end();

    const at = new Date('2022-02-03T04:05:06.789Z');
    expect(rows).toEqual([{ at, bytes: Buffer.from([0, 255]), sum: 0.1 + 0.2 }]);
  });
});
