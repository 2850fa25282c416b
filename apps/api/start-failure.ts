import { KeyStoreDamaged } from '#platform/personal-data';
import { CannotStart } from '#platform/postgres';

const WHY: Readonly<Record<string, string>> = {
  ENOTDIR: 'is not a folder: set DATA_DIR to one 不是目录，请将 DATA_DIR 设为目录',
  EEXIST: 'is not a folder: set DATA_DIR to one 不是目录，请将 DATA_DIR 设为目录',
  EACCES:
    'may not be written: give this user the right, or set DATA_DIR to another folder 无写入权限，请授权或更换 DATA_DIR',
  EPERM:
    'may not be written: give this user the right, or set DATA_DIR to another folder 无写入权限，请授权或更换 DATA_DIR',
  EROFS: 'is on a read-only disk: set DATA_DIR to another folder 位于只读磁盘，请更换 DATA_DIR',
  ENOSPC: 'is on a full disk: make room 所在磁盘已满，请清理空间',
};

/** An error of the operating system's, wherever it was made. */
const ofDisk = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('path' in error)) return undefined;
  const why = WHY[String(error.code)];
  return why && `DATA_DIR: ${String(error.path)} ${why}`;
};

/** What the operator is told of a start that cannot work, in one line; undefined for a fault of the program's own. */
export const startFailure = (error: unknown): string | undefined => {
  if (error instanceof CannotStart) return error.message;
  return error instanceof KeyStoreDamaged ? `${error.setting}: ${error.message}` : ofDisk(error);
};
