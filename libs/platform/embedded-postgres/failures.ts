import { readFileSync } from 'node:fs';
import { CannotStart } from '#platform/postgres';
import { noBinaries } from './binaries.js';

/** What a shell and a dynamic loader answer when a program cannot be run at all, as on systems without glibc. */
const NOT_RUNNABLE = [126, 127];

/** Why one of PostgreSQL's programs failed, in one line. */
export const failed = (end: number | Error, logFile: string): CannotStart => {
  if (typeof end !== 'number') {
    return new CannotStart({
      en: `PostgreSQL could not be started: ${end.message}; reinstall the packages, or set DATABASE_URL`,
      zh: '无法启动内置 PostgreSQL，请重新安装依赖或设置 DATABASE_URL',
    });
  }
  const reason = readFileSync(logFile, 'utf8').trim().split('\n').filter(tells).at(-1) ?? `exit code ${end}`;
  if (NOT_RUNNABLE.includes(end)) return noBinaries(`${process.platform}-${process.arch}: ${reason}`);
  return new CannotStart({
    en: `PostgreSQL did not start: ${reason} (more in ${logFile})`,
    zh: '内置 PostgreSQL 启动失败，请按所述原因处理，详见该日志',
  });
};

const tells = (line: string) => /FATAL|PANIC|error|not found/i.test(line);
