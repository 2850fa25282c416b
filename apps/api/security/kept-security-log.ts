import { PostgresSecurityLog, queryPool, type Pool } from '#platform/postgres';
import { BufferedSecurityLog } from '#platform/security';
import type { Log } from '#platform/telemetry';

/** The security log of this process: kept in PostgreSQL, where all processes add to it, and told as lines of the process's log. */
export const keptSecurityLog = (pool: Pool, log: Pick<Log, 'info'>): BufferedSecurityLog => {
  const kept = new PostgresSecurityLog(queryPool(pool));
  return new BufferedSecurityLog({
    write: (entries) => kept.write(entries),
    tell: ({ at, word, about }) => {
      log.info({ security: word, at, ...about }, 'security');
    },
  });
};
