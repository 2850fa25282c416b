import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { openClient } from '../connect/with-client.js';
import * as arrays from './binary-arrays.js';

const UUID = '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8cdea9';

let database: FreshDatabase;
let client: Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = await openClient(database.applicationUrl);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it.each([
  ['text', arrays.textArray(['', '四方 👩‍🚒', 'a"b,{c}', 'NULL']), ['', '四方 👩‍🚒', 'a"b,{c}', 'NULL']],
  ['json', arrays.jsonArray(['{"b": 1}', 'null'].map((text) => Buffer.from(text))), ['{"b": 1}', 'null']],
  ['bytea', arrays.byteaArray(['00ff', '']), ['\\x00ff', '\\x']],
  ['integer', arrays.int4Array([1, -2, 2 ** 31 - 1]), ['1', '-2', '2147483647']],
  ['bigint', arrays.int8Array([0n, -1n, 2n ** 63n - 1n]), ['0', '-1', '9223372036854775807']],
  ['uuid', arrays.uuidArray([UUID, UUID.toUpperCase()]), [UUID, UUID]],
  ['text', arrays.textArray([]), []],
])('PostgreSQL reads an array of %s as it was written', async (type, parameter, expected) => {
  const { rows } = await client.query<{ item: string }>(
    `SELECT u.item::text AS item FROM unnest($1::${type}[]) AS u(item)`,
    [parameter],
  );
  expect(rows.map(({ item }) => item)).toEqual(expected);
});
