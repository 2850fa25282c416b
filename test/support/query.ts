import { openClient } from '../../libs/platform/postgres/connect/with-client.js';

/** The rows of one statement on a connection of its own. */
export const query = async (
  connectionString: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> => {
  const client = await openClient(connectionString);
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
};

const PAGE = 5_000;

/** The rows of one look at the database, in portions that fit into memory, on a connection of its own. */
export async function* rowsOf(connectionString: string, sql: string): AsyncGenerator<Record<string, unknown>> {
  const client = await openClient(connectionString);
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(`DECLARE rows_of NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await client.query<Record<string, unknown>>(`FETCH ${PAGE} FROM rows_of`);
      yield* rows;
      if (rows.length < PAGE) return;
    }
  } finally {
    await client.end();
  }
}
