import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClockCannotBeSet } from '#platform/log-tools';
import { z } from 'zod';
import { readConfig } from '../../api/config.js';
import type { Gate } from '../accounts/gate.js';
import { Failed } from '../failed.js';
import { startTestClock } from '../log-test-clock.js';
import { reached } from './reached.js';
import { CannotGoOn } from './server.js';
import { BEGUN } from './when.js';

const Ready = z.object({ testClockFrom: z.string() });

/** Since when the server's log goes by a clock of its own; undefined for one that is not for stories and trials. */
const beganAt = async (url: string): Promise<string | undefined> => {
  const response = await reached(url, '/health/ready');
  return Ready.safeParse(await response.json().catch(() => undefined)).data?.testClockFrom;
};

const REAL =
  'This log holds real records: the demo is told on an empty one only 此日志已有真实记录，演示只能载入空日志';
const OTHER =
  'The server uses another log than the one of these settings: give its DATA_DIR or DATABASE_MIGRATION_URL 服务使用的是另一日志，请指定其 DATA_DIR 或 DATABASE_MIGRATION_URL';

/** The demo's own settings say where the log is; a folder without a database is not made into one. */
const address = (dataDirectory: string): string | undefined => {
  const { eventStoreUrl, databaseUrl } = readConfig(process.env);
  if (databaseUrl === undefined && !existsSync(join(dataDirectory, 'postgres'))) throw new CannotGoOn(OTHER);
  return eventStoreUrl === undefined && databaseUrl === undefined ? dataDirectory : undefined;
};

/**
 * Sees to it that the log's clock begins with the story, so that the story looks lived; says when it began. Throws CannotGoOn for a log
 * that others write to already.
 */
export const beginStoryClock = async (url: string, dataDirectory: string): Promise<string> => {
  const log = address(dataDirectory);
  const before = await beganAt(url);
  if (before !== undefined) return before;
  try {
    await startTestClock(BEGUN, log);
  } catch (error) {
    if (error instanceof ClockCannotBeSet) throw new CannotGoOn(REAL);
    throw error instanceof Failed ? new CannotGoOn(error.message) : error;
  }
  const now = await beganAt(url);
  if (now === undefined) throw new CannotGoOn(OTHER);
  return now;
};

/** Throws CannotGoOn where this gate leads to another log than the server's, before anything is written there. */
export const holdToClock = async ({ events }: Pick<Gate, 'events'>, began: string): Promise<void> => {
  const clock = await events.testClock();
  if (clock === undefined || Date.parse(clock.from) !== Date.parse(began)) throw new CannotGoOn(OTHER);
};
