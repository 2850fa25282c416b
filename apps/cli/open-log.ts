import { resolve } from 'node:path';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import type { LogRules, LogSource, LogTarget } from '#platform/event-store';
import { migrate, PostgresLogSource, PostgresLogTarget } from '#platform/postgres';
import { readConfig } from '../api/config.js';
import { EXIT, Failed } from './output.js';

/** A log that was opened at an address, and what it promises of itself. */
export interface OpenLog<Log extends LogSource = LogSource> {
  readonly log: Log;
  readonly rules: LogRules;
  readonly close: () => Promise<void>;
}

/** Writers of PostgreSQL's log all take one lock. */
export const DENSE: LogRules = { isDense: true };

/** Opens the log of a server's URL, or of the bundled PostgreSQL on a data folder, for reading. */
export const openSource = async (address: string): Promise<OpenLog> => {
  if (isPostgres(address)) return opened(new PostgresLogSource(address));
  const server = await bundled(address);
  return opened(new PostgresLogSource(server.url), server.stop);
};

/** The same, for writing: a URL has to be that of the role that owns the log. */
export const openTarget = async (address: string): Promise<OpenLog<LogTarget>> => {
  const server = isPostgres(address) ? undefined : await bundled(address);
  const log = new PostgresLogTarget(server?.url ?? address);
  const target = opened(log, server?.stop);
  await log.ready().catch(async (error: unknown) => {
    await target.close();
    throw error;
  });
  return target;
};

/** Where the log of this configuration is: what the server would use. */
export const ownLog = (): string => {
  const { databaseUrl, dataDir } = readConfig(process.env);
  return databaseUrl ?? dataDir;
};

const opened = <Log extends LogSource>(log: Log, stop?: () => Promise<void>): OpenLog<Log> => ({
  log,
  rules: DENSE,
  close: async () => {
    await log.close();
    await stop?.();
  },
});

const isPostgres = (address: string) => /^postgres(ql)?:\/\//.test(address);

const bundled = async (address: string) => {
  if (/^[\w+]+:\/\//.test(address)) {
    throw new Failed(
      'a log is at postgres://…, esdb://…, or in a data folder 日志地址应为 postgres://…、esdb://… 或数据目录',
      EXIT.usage,
    );
  }
  const server = await startEmbeddedPostgres({ dataDir: resolve(address) });
  await migrate({ ownerUrl: server.ownerUrl, appRole: server.applicationRole }).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return { url: server.ownerUrl, stop: () => server.stop() };
};
