import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClockCannotBeSet } from '#platform/log-tools';
import { readConfig } from '../../api/config.js';
import { Failed } from '../failed.js';
import { startTestClock } from '../log-test-clock.js';
import { reached } from './reached.js';
import { CannotGoOn } from './server.js';
import { FOUNDED } from './when.js';

/** Whether the server's log says of itself that it is one for stories and trials. */
const isForStories = async (url: string): Promise<boolean> => {
  const response = await reached(url, '/health/ready');
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'testClockFrom' in body;
};

const REAL =
  'This log holds real records: the demo is told on an empty one only 此日志已有真实记录，演示只能载入空日志';
const OTHER =
  'The server uses another log than the one of these settings: give its DATA_DIR or DATABASE_MIGRATION_URL 服务使用的是另一日志，请指定其 DATA_DIR 或 DATABASE_MIGRATION_URL';

/** The demo's own settings say where the log is; a folder without a database is not made into one. */
const address = (dataDirectory: string): string | undefined => {
  const { eventStoreUrl, databaseUrl } = readConfig(process.env);
  if (eventStoreUrl !== undefined || databaseUrl !== undefined) return undefined;
  if (!existsSync(join(dataDirectory, 'postgres'))) throw new CannotGoOn(OTHER);
  return dataDirectory;
};

/**
 * Sees to it that the log's clock begins with the story, so that the story looks lived. Throws CannotGoOn for a log that others write
 * to already.
 */
export const beginStoryClock = async (url: string, dataDirectory: string): Promise<void> => {
  if (await isForStories(url)) return;
  try {
    await startTestClock(FOUNDED, address(dataDirectory));
  } catch (error) {
    if (error instanceof ClockCannotBeSet) throw new CannotGoOn(REAL);
    throw error instanceof Failed ? new CannotGoOn(error.message) : error;
  }
  if (!(await isForStories(url))) throw new CannotGoOn(OTHER);
};
