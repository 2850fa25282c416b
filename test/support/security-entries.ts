import { openPool, PostgresSecurityLog, queryPool } from '#platform/postgres';
import type { SecurityAbout, SecurityWord } from '#platform/security';
import type { RunningApi } from './running-api.js';

const LONG_AGO = new Date(0);

/** What the security log of a running application says under some words, oldest first. */
export const securityEntries = async (
  { databaseUrls: { applicationUrl } }: Pick<RunningApi, 'databaseUrls'>,
  ...words: readonly SecurityWord[]
): Promise<readonly (SecurityAbout & { readonly word: SecurityWord })[]> => {
  const pool = openPool({ url: applicationUrl, name: 'spec', max: 1 });
  try {
    const entries = await new PostgresSecurityLog(queryPool(pool)).since(LONG_AGO, 10_000);
    return entries.filter(({ word }) => words.includes(word)).map(({ word, about }) => ({ word, ...about }));
  } finally {
    await pool.end();
  }
};
