import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '#platform/log-tools';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aFact, anAppend } from '../../event-store/event-store.contract.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresLogSource } from './postgres-log-source.js';

const PAGE_BYTES = 8_192;
const RULES = { isDense: true };
const text = (rows: readonly Record<string, unknown>[], column: string): string => String(rows[0]?.[column]);

let database: FreshDatabase;
let copy: string;
beforeAll(async () => {
  database = await freshDatabase();
  const store = new PostgresEventStore(database.applicationUrl);
  for (let n = 0; n < 60; n++) await store.append(anAppend({ events: [aFact({ n }), aFact({ n })] }));
  await store.close();
  copy = `${new URL(database.superuserUrl).pathname.slice(1)}_copy`;
});
afterAll(async () => {
  await query(Object.assign(new URL(database.superuserUrl), { pathname: 'postgres' }).href, `DROP DATABASE ${copy}`);
  await database.drop();
});

it('the check of a log names the position where a page of its file is broken', async () => {
  const { superuserUrl } = database;
  // The first that stands on the third page.
  const first = await query(superuserUrl, `SELECT min(position) AS p FROM log.event WHERE (ctid::text::point)[0] = 2`);
  const file = text(await query(superuserUrl, `SELECT pg_relation_filenode('log.event') AS n`), 'n');
  const server = Object.assign(new URL(superuserUrl), { pathname: 'postgres' }).href;
  // Files that were copied are not in the server's memory yet.
  await query(server, `CREATE DATABASE ${copy} TEMPLATE ${new URL(superuserUrl).pathname.slice(1)} STRATEGY file_copy`);
  const oid = text(await query(server, `SELECT oid FROM pg_database WHERE datname = '${copy}'`), 'oid');
  const folder = text(await query(server, 'SHOW data_directory'), 'data_directory');
  const page = openSync(join(folder, 'base', oid, file), 'r+');
  writeSync(page, 'broken', 2 * PAGE_BYTES + PAGE_BYTES / 2);
  closeSync(page);

  const log = new PostgresLogSource(Object.assign(new URL(superuserUrl), { pathname: copy }).href);
  const answer = await verifyLog(log, RULES).finally(() => log.close());
  expect(answer).toEqual({ position: BigInt(text(first, 'p')), reason: expect.stringMatching(/damaged.*存储损坏/) });
  expect(Number(text(first, 'p'))).toBeGreaterThan(0);
});
