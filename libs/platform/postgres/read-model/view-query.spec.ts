import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { boxCard } from '../../../../test/support/boxes.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { soon } from '../../../../test/support/soon.js';
import { makeTable, showTable } from '../../../../test/support/view-tables.js';
import type { Sight } from './view-conditions.js';
import { ViewQuery } from './view-query.js';
import { pastOf, reachOf, servingTable, tableName, TABLES } from './view-table.js';

const ROWS = 5_000;
const PLACES = 50;

const card = boxCard();
const table = { view: card, build: 0, state: 'building' } as const;
const leader: Sight = {
  actor: {
    actorId: 'person-00000000-0000-4000-8000-000000000001',
    orgId: 'organisation-00000000-0000-4000-8000-000000000001',
    grants: [{ role: 'lead', territory: 'r/p7/' }],
  },
};

const everywhere: Sight = { actor: { ...leader.actor, grants: [{ role: 'system' }] } };

interface Node {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number | undefined;
  readonly Plans?: readonly Node[] | undefined;
}
const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(Node).optional(),
  }),
);
const Explained = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: Node })) }));

/** The most rows that any step of a plan went through. */
const rowsIn = (node: Node): number =>
  Math.max(
    (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    ...(node.Plans ?? []).map(rowsIn),
  );

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const { applicationUrl } = database;
  const run = (sql: string) => query(applicationUrl, sql);
  const aside = tableName(table);
  // One row in fifty lies in each place, and all in the place that holds these; rows are as large as real ones, whose tables are dear to
  // read whole.
  const columns = `n, 'r/p' || n % ${PLACES} || '/', '{}'::text[], false, repeat('x', 2000), 'a', 'false', NULL, NULL, '[]', ''`;
  // All of them changed in the end, and none before.
  const changed = `n + ${ROWS}`;
  await makeTable(applicationUrl, table, async () => {
    const numbers = `FROM generate_series(1, ${ROWS}) n`;
    await run(`INSERT INTO ${aside} SELECT n::text, ${changed}, ${columns} ${numbers}`);
    await run(`INSERT INTO ${pastOf(aside)} SELECT n::text, n, ${columns}, ${changed} ${numbers}`);
    await run(`INSERT INTO ${reachOf(aside)} SELECT unnest(ARRAY[territory, 'r/']), born, key FROM ${aside}`);
  });
  await showTable(applicationUrl, table);
  const name = servingTable(card);
  // As it is found before long, wherever it runs.
  await query(database.ownerUrl, `VACUUM (ANALYZE) ${name}, ${pastOf(name)}, ${reachOf(name)}`);
});
afterAll(() => database.drop());

describe.each([
  ['now', undefined],
  ['as of a moment', BigInt(ROWS / 2)],
])('%s', (_, at) => {
  it.each<[string, Sight]>([
    ['of a place and an organisation', leader],
    ['of a place', { actor: { ...leader.actor, grants: [{ role: 'inspector', territory: 'r/p7/' }] } }],
    ['of a place that holds all others', { actor: { ...leader.actor, grants: [{ role: 'lead', territory: 'r/' }] } }],
    ['within a place', { ...everywhere, within: 'r/p7/' }],
  ])('reads of a list %s little more than it shows, however many rows there are', async (_, looking) => {
    const asked = new ViewQuery(card, looking, at);
    const sql = asked.page({ first: 4 });
    const [plan] = Explained.parse(
      await query(database.superuserUrl, `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, asked.values.all),
    );
    const rows = plan?.['QUERY PLAN'].map(({ Plan }) => rowsIn(Plan)) ?? [];
    expect(Math.max(...rows)).toBeLessThanOrEqual(10);
  });
});

it.each([
  ['now', undefined],
  ['as of a moment', BigInt(ROWS / 2)],
])('waits for tables that get other names where those who name them begin: %s', async (_, at) => {
  const first = `${servingTable(card)}${TABLES[0] ?? ''}`;
  const renaming = new Client({ connectionString: database.superuserUrl });
  await renaming.connect();
  try {
    await renaming.query(`BEGIN; LOCK TABLE ${first} IN ACCESS EXCLUSIVE MODE`);
    const asked = new ViewQuery(card, leader, at);
    const reading = query(database.superuserUrl, asked.page({ first: 4 }), asked.values.all);
    const held = `SELECT relation::regclass::text AS name, granted FROM pg_locks
      WHERE pid IN (SELECT pid FROM pg_locks WHERE NOT granted) AND relation >= 16384 ORDER BY 1`;
    await soon(async () => expect(await query(database.superuserUrl, held)).toEqual([{ name: first, granted: false }]));
    await renaming.query('ROLLBACK');
    expect(await reading).toHaveLength(5);
  } finally {
    await renaming.end();
  }
});

it('shows nothing of a territory to somebody whose own path only begins like it', async () => {
  const asked = new ViewQuery(
    card,
    { actor: { ...leader.actor, grants: [{ role: 'lead', territory: 'r/p' }] }, within: 'r/p7/' },
    undefined,
  );
  expect(await query(database.superuserUrl, asked.page({ first: 4 }), asked.values.all)).toEqual([]);
});

it('shows nothing within a path that is not closed', async () => {
  const asked = new ViewQuery(card, { ...everywhere, within: 'r/p7' }, undefined);
  expect(await query(database.superuserUrl, asked.page({ first: 4 }), asked.values.all)).toEqual([]);
});
