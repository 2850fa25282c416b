import type { AnyView } from '#kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { makeTable } from '../../../../test/support/view-tables.js';
import { tableName } from './view-table.js';

const shelf: AnyView = {
  ...{ name: 'shelf', version: 1, of: [{ kind: 'shelf', facts: {} }], indexes: ['full'], key: {}, on: {} },
  owner: 'directory',
};
const table = { view: shelf, build: 0, state: 'building' } as const;
const Explained = z.array(
  z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) }),
);

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

it('knows how common a value of a field is, so that a common one is not taken for the narrowest way in', async () => {
  const name = tableName(table);
  await makeTable(database.applicationUrl, table, () =>
    query(
      database.applicationUrl,
      `INSERT INTO ${name} SELECT n::text, n, n, '', '{}', true, '{}', (n % 10 > 0)::text
       FROM generate_series(1, 2000) n`,
    ),
  );
  const sql = `EXPLAIN (FORMAT JSON) SELECT key FROM ${name} WHERE "f_full" = ANY('{true}'::text[])`;
  const [plan] = Explained.parse(await query(database.applicationUrl, sql));
  expect(plan?.['QUERY PLAN'][0]?.Plan['Plan Rows']).toBeGreaterThan(1_500);
});
