import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import type { LogRules, LogSource, LogTarget } from '#platform/log-tools';
import { migrate, PostgresLogSource, PostgresLogTarget, serverCodeOf } from '#platform/postgres';
import { readConfig } from '../api/config.js';
import { EXIT, Failed } from './failed.js';

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
  if (isKurrent(address)) return kurrent(address);
  if (isPostgres(address)) return opened(new PostgresLogSource(address));
  // What is only read is never made.
  if (!isUrl(address) && !existsSync(join(resolve(address), 'postgres'))) {
    throw new Failed(`${address} is no data folder: there is no database in it 不是数据目录，其中没有数据库`);
  }
  const server = await bundled(address);
  return opened(new PostgresLogSource(server.url), server.stop);
};

/** Opens the log at an address for writing; a URL has to be that of the role that owns the log. */
export const openTarget = async (address: string): Promise<OpenLog<LogTarget>> => {
  if (isKurrent(address)) return kurrent(address);
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
  const { eventStoreUrl, databaseUrl, dataDir } = readConfig(process.env);
  return eventStoreUrl ?? databaseUrl ?? dataDir;
};

const opened = <Log extends LogSource>(log: Log, stop?: () => Promise<void>, rules = DENSE): OpenLog<Log> => ({
  log,
  rules,
  close: async () => {
    await log.close();
    await stop?.();
  },
});

const isKurrent = (address: string) => /^esdb(\+discover)?:\/\//.test(address);

/** Positions are places in its files, and every writer has a clock of its own. */
const kurrent = async (address: string): Promise<OpenLog<LogTarget>> => {
  const { BadAddress, KurrentLog } = await import('#platform/eventstoredb');
  try {
    return opened(new KurrentLog(address), undefined, { isDense: false });
  } catch (error) {
    if (!(error instanceof BadAddress)) throw error;
    throw new Failed(`the address ${error.message} 日志地址无效，请改正`, EXIT.usage);
  }
};

const isPostgres = (address: string) => /^postgres(ql)?:\/\//.test(address);

/** Of any kind: those that hold a log are known by then. */
const isUrl = (address: string) => /^[\w+]+:\/\//.test(address);

const bundled = async (address: string) => {
  if (isUrl(address)) {
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

/** What to tell the operator when a log does not answer; any other error as it is. */
export const unanswered = (error: unknown): unknown => {
  const isGone =
    error instanceof Error && (GONE.includes(error.name) || ('code' in error && error.code === 'ECONNREFUSED'));
  if (!isGone) return error;
  if (LETS_NOBODY_IN.test(serverCodeOf(error.cause) ?? '')) return error.cause;
  return new Failed(`a log does not answer; run the same command again to go on 日志无应答，请重试: ${error.message}`);
};

/** A server that answers, and says why it lets nobody in: asking again is of no use. */
const LETS_NOBODY_IN = /^(28|3D)/;
const GONE = ['LogUnavailable', 'Unavailable'];
