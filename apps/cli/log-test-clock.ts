import { chinaTime } from '#time';
import { readConfig } from '../api/config.js';
import { EXIT, Failed } from './failed.js';
import { openTarget, unanswered } from './open-log.js';

/** Where the log of this configuration is for its owner. Throws Failed where nobody says how the owner logs in. */
const ownersLog = (): string => {
  const { eventStoreUrl, databaseUrl, migrationUrl, dataDir } = readConfig(process.env);
  if (eventStoreUrl !== undefined) return eventStoreUrl;
  if (databaseUrl === undefined) return dataDir;
  if (migrationUrl !== undefined) return migrationUrl;
  throw new Failed(
    'set DATABASE_MIGRATION_URL: only the owner of the log may set its clock 请设置 DATABASE_MIGRATION_URL：只有日志所有者可以设定时钟',
    EXIT.usage,
  );
};

/** Gives the empty log at an address, by default the server's own, a clock of its own; a row that says what it shows. */
export const startTestClock = async (from: string, address: string | undefined) => {
  const ms = Date.parse(from);
  if (Number.isNaN(ms)) {
    throw new Failed('--from must be an instant 须为时刻: 2025-01-02T08:00:00+08:00', EXIT.usage);
  }
  const { log, close } = await openTarget(address ?? ownersLog());
  try {
    const instant = new Date(ms).toISOString();
    await log.startTestClock(instant);
    return { log: await log.identity(), testClockFrom: instant, chinaTime: chinaTime(instant) };
  } catch (error) {
    throw unanswered(error);
  } finally {
    await close();
  }
};
