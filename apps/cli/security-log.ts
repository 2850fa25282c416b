import { openPool, PostgresSecurityLog, queryPool } from '#platform/postgres';
import { withDatabase } from './with-database.js';

/** A row for each entry of the security log since a moment; those that have no account, code or count leave it out. */
export const securityLog = (since: Date, most: number) =>
  withDatabase(async ({ applicationUrl }) => {
    const pool = openPool({ url: applicationUrl, name: 'cli', max: 1 });
    try {
      const entries = await new PostgresSecurityLog(queryPool(pool)).since(since, most);
      return entries.map(({ at, word, about: { account, grants, by, from, operation, code, count } }) => ({
        ...{ at: at.toISOString(), word, account, grants, by, from, operation, code, count },
      }));
    } finally {
      await pool.end();
    }
  });
