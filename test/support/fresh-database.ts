import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { query } from './query.js';

/** A migrated database for one spec. */
export interface FreshDatabase {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** Removes it; connections that are still open break. */
  drop(): Promise<void>;
}

const Addresses = z.union([
  z.object({ applicationUrl: z.string(), ownerUrl: z.string(), superuserUrl: z.string() }),
  z.object({ error: z.string() }),
]);

/** When the clock of a log begins whose story happened earlier than the test: before all of them. */
export const TEST_FROM = '2022-01-01T00:00:00.000Z';

/** A database whose log has a clock of its own, so that acts may happen when their story says. */
export const storyDatabase = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  await query(database.ownerUrl, `SELECT log.start_test_clock('${TEST_FROM}')`);
  return database;
};

/** A database of its own on the PostgreSQL of this test run, copied from a migrated one within milliseconds. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const server = await addresses();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const owner = new URL(server.ownerUrl);
  const template = owner.pathname.slice(1);
  await query(server.superuserUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner.username}`);
  const on = (url: string) => Object.assign(new URL(url), { pathname: name }).href;
  return {
    applicationUrl: on(server.applicationUrl),
    ownerUrl: on(server.ownerUrl),
    superuserUrl: on(server.superuserUrl),
    drop: async () => {
      await query(server.superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
};

const addresses = async () => {
  const port = Number(process.env['SIFANG_TEST_DATABASE_PORT']);
  const answer = Addresses.parse(JSON.parse(await text(connect(port, '127.0.0.1'))));
  if ('error' in answer) throw new Error(answer.error);
  return answer;
};
