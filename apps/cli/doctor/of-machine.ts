import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { about, type Finding } from './findings.js';

const DISK = about({ en: 'disk', zh: '磁盘' });
const FOLDER = about({ en: 'folder', zh: '目录' });
const PORT = about({ en: 'port', zh: '端口' });

/** With less than this the database stops taking events before long. */
const LITTLE_BYTES = 2 ** 30;
const TOO_LITTLE_BYTES = 100 * 2 ** 20;

const SPACE = { en: 'make room, or set DATA_DIR to another disk', zh: '请清理空间，或将 DATA_DIR 设到其他磁盘' };

/** How much room there is beside the data. */
export const disk = async (dataDir: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(await standing(dataDir));
  const free = bavail * bsize;
  const found = `${dataDir}: ${String(Math.floor(free / 2 ** 20))} MiB free 可用`;
  if (free < TOO_LITTLE_BYTES) return DISK.failed(found, SPACE);
  return free < LITTLE_BYTES ? DISK.warning(found, SPACE) : DISK.ok(found);
};

/** The folder itself, or the first one above it that is there. */
const standing = async (folder: string): Promise<string> =>
  (await isThere(folder)) || dirname(folder) === folder ? folder : standing(dirname(folder));

const isThere = (path: string, mode = constants.F_OK): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

const OTHERS = 0o077;

/** Whether the data folder can be written, and nobody else reads the keys in it. */
export const folder = async (dataDir: string): Promise<Finding> => {
  const held = await standing(dataDir);
  if (!(await isThere(held, constants.W_OK))) {
    return FOLDER.failed(`${held} may not be written 不可写`, {
      en: 'give this user the right, or set DATA_DIR to another folder',
      zh: '请授权，或更换 DATA_DIR',
    });
  }
  const keys = join(dataDir, 'keys');
  const mode = (await isThere(keys)) ? (await stat(keys)).mode & OTHERS : 0;
  if (mode === 0) return FOLDER.ok(held);
  return FOLDER.warning(`${keys} can be read by others 可被他人读取`, {
    en: 'chmod -R go= on it',
    zh: '请对其执行 chmod -R go=',
  });
};

/** Whether something listens where the server would. */
export const port = (wanted: number, host: string): Promise<Finding> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      const todo = { en: 'nothing, if that is this server; else set PORT', zh: '若为本服务则无需处理，否则请改 PORT' };
      resolve(PORT.warning(`${host}:${String(wanted)} ${'code' in error ? String(error.code) : error.message}`, todo));
    });
    server.listen(wanted, host, () => {
      server.close(() => {
        resolve(PORT.ok(`${host}:${String(wanted)} free 空闲`));
      });
    });
  });
