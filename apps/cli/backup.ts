import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backup, restore } from '#platform/embedded-postgres';
import type { LogSource } from '#platform/log-tools';
import { readConfig } from '../api/config.js';
import { checkedLog } from './log-verify.js';
import { DENSE } from './open-log.js';
import { Failed } from './failed.js';
import type { ProgressShown } from './progress-lines.js';
import { showProgress } from './progress.js';

const MEGABYTE = 1_000_000;

/** Backs DATA_DIR's database up; a row that says what the backup holds. */
export const takeBackup = async (folder: string, withKeys: boolean) => {
  const dataDir = bundledDataDir();
  const bar = copying('backup 备份');
  try {
    const asked = { dataDir, folder, withKeys, progressed: bar.progressed };
    const { log, files, postgres } = await backup(asked).catch(brokeOff(`remove ${folder} 请删除未完成的备份`));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return {
      folder: resolve(folder),
      log: log.identity,
      events: log.events,
      files: files.length,
      bytes,
      postgres,
      keys: withKeys,
    };
  } finally {
    bar.end();
  }
};

/** Restores a backup to DATA_DIR; a row that says what is there now. */
export const restoreBackup = async (folder: string, isEachChecked: boolean) => {
  const dataDir = bundledDataDir();
  const bar = copying('restore 恢复');
  try {
    let checked: object = {};
    const verify = async (log: LogSource) => {
      bar.end();
      if (!isEachChecked) return;
      const { warnings: _, ...row } = await checkedLog(log, DENSE, 'nothing was restored 未恢复');
      checked = row;
    };
    const { log, withKeys } = await restore({ dataDir, folder, verify, progressed: bar.progressed }).catch(
      brokeOff('nothing was restored 未恢复'),
    );
    if (!existsSync(join(dataDir, 'keys'))) console.error(bringKeys(dataDir));
    return { dataDir, log: log.identity, eventsInManifest: log.events, keys: withKeys, ...checked };
  } finally {
    bar.end();
  }
};

/** A full disk, or a server that was stopped: what the system or the server says about it, and what is left. */
const brokeOff =
  (left: string) =>
  (error: unknown): never => {
    const isMachine = error instanceof Error && 'code' in error;
    throw isMachine ? new Failed(`broke off 中断: ${error.message}; ${left}`) : error;
  };

const bringKeys = (dataDir: string) =>
  `The backup has no keys: bring ${join(dataDir, 'keys')} back from its own backup before the API starts, or personal data ` +
  'cannot be read 备份不含密钥，启动前请单独恢复 keys 目录';

const bundledDataDir = (): string => {
  const { eventStoreUrl, databaseUrl, dataDir } = readConfig(process.env);
  if (eventStoreUrl === undefined && databaseUrl === undefined) return dataDir;
  throw new Failed(
    'DATABASE_URL or EVENT_STORE is set: such a server has tools of its own, see infra/backup.md 已设置外部数据库，请按 infra/backup.md 备份',
  );
};

const copying = (label: string) => {
  let bar: ProgressShown | undefined;
  return {
    progressed: (done: number, total: number) => {
      bar ??= showProgress(`${label} MB`, total / MEGABYTE);
      bar.to(Math.round(done / MEGABYTE), Math.round(total / MEGABYTE));
    },
    end: () => {
      bar?.end();
      bar = undefined;
    },
  };
};
