import type { Log } from '#platform/telemetry';

/** What nobody caught ends the process, as it would without this, but with a line that says no more than may be said. */
export const endOnUncaught = (log: Pick<Log, 'error'>): void => {
  process.on('uncaughtException', (error: unknown) => {
    log.error({ error }, 'nobody caught this: the process ends');
    process.exit(1);
  });
};
