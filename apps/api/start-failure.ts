import { isDiskFull, StorageFull, UnreadableEvent } from '#platform/event-store';
import { KeyStoreDamaged } from '#platform/personal-data';
import { CannotStart } from '#platform/postgres';
import { databaseFailure } from './database-failure.js';

const WHY: Readonly<Record<string, string>> = {
  ENOTDIR: 'is not a folder: set DATA_DIR to one 不是目录，请将 DATA_DIR 设为目录',
  EEXIST: 'is not a folder: set DATA_DIR to one 不是目录，请将 DATA_DIR 设为目录',
  EACCES:
    'may not be written: give this user the right, or set DATA_DIR to another folder 无写入权限，请授权或更换 DATA_DIR',
  EPERM:
    'may not be written: give this user the right, or set DATA_DIR to another folder 无写入权限，请授权或更换 DATA_DIR',
  EROFS: 'is on a read-only disk: set DATA_DIR to another folder 位于只读磁盘，请更换 DATA_DIR',
  ENOSPC: 'is on a full disk: make room 所在磁盘已满，请清理空间',
  EDQUOT: 'is beyond the quota of its disk: make room 超出磁盘配额，请清理空间',
};

/** An error of the operating system's, wherever it was made. */
const ofDisk = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  // A file that is open has no path any more when there is no room to write to it.
  if (!('path' in error) && !isDiskFull(error)) return undefined;
  const why = WHY[String(error.code)];
  return why && `DATA_DIR: ${'path' in error ? String(error.path) : 'a file in it'} ${why}`;
};

const unreadable = ({ position }: UnreadableEvent) =>
  `the log is damaged: at position ${String(position)} is nothing that this release can read; see sifang log verify and infra/backup.md ` +
  '日志已损坏，该位置的事件无法读取，请执行 sifang log verify 并参阅 infra/backup.md';

/** What the operator is told of a start that cannot work, in one line; undefined for a fault of the program's own. */
export const startFailure = (error: unknown): string | undefined => {
  if (error instanceof CannotStart) return error.message;
  if (error instanceof UnreadableEvent) return unreadable(error);
  if (error instanceof KeyStoreDamaged) return `${error.setting}: ${error.message}`;
  return ofDisk(error instanceof StorageFull ? error.cause : error) ?? databaseFailure(error);
};
