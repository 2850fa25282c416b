import { createLog, type Log } from '#platform/telemetry';
import { readConfig, type Config } from '../api/config.js';
import { openDatabase } from '../api/database.js';
import { Failed } from './failed.js';

/** What a command works on: the same configuration as the server's. */
export interface Workplace {
  readonly config: Config;
  readonly applicationUrl: string;
  readonly log: Log;
}

/**
 * Gives a command the database that the server uses: the configured one, the bundled one that runs on `DATA_DIR`, or else the
 * bundled one started for as long as the command takes.
 */
export const withDatabase = async <T>(
  work: (place: Workplace) => Promise<T>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<T> => {
  const config = readConfig(environment);
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  let lost: (error: unknown) => void = () => undefined;
  const gone = new Promise<never>((_, reject) => (lost = reject));
  const { applicationUrl, close } = await openDatabase(config, log, { meanwhile: () => undefined, lost });
  try {
    return await Promise.race([work({ config, applicationUrl, log }), gone]);
  } catch (error) {
    throw isRefusedConnection(error) ? new Failed('the database is gone: start again 数据库已断开，请重试') : error;
  } finally {
    await close();
  }
};

const isRefusedConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
