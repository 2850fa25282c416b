import { Client, type QueryResultRow } from 'pg';
import type { OneQuery } from './one-query.js';
import { setUp } from './session.js';

const CONNECT_MS = 10_000;

/** Opens a connection that is set up like all of ours; whoever asks for it ends it. Throws what the driver or the server says. */
export const openClient = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  // A connection that breaks while idle is reported by the next query.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await setUp(client);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
};

/** Runs something on one connection of its own and closes it, whatever happens. */
export const withClient = async <T>(url: string, use: (client: Client) => Promise<T>): Promise<T> => {
  const client = await openClient(url);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

/** Gives a piece of work a connection of its own to ask on. */
export const withQueries = <T>(url: string, use: (ask: OneQuery) => Promise<T>): Promise<T> =>
  withClient(url, (client) =>
    use(
      async <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) =>
        (await client.query<Row>(sql, [...values])).rows,
    ),
  );
