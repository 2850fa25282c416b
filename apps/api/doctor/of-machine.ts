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

/** Whether something listens where the server would, and whether that is a server of ours. */
export const port = async (wanted: number, host: string): Promise<Finding> => {
  const place = `${host}:${String(wanted)}`;
  const problem = await listening(wanted, host);
  if (problem === undefined) return PORT.ok(`${place} free 空闲`);
  if (await isOurs(`http://${place}/health/live`)) return PORT.ok(`${place}: a server runs 服务运行中`);
  return PORT.warning(`${place} ${problem}`, { en: 'set PORT to another one', zh: '请将 PORT 改为其他端口' });
};

/** Why nothing can listen there; undefined when it can. */
const listening = (wanted: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      resolve('code' in error ? String(error.code) : error.message);
    });
    server.listen(wanted, host, () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });

const PATIENCE_MS = 1_000;

/** Whether somebody answers there as this program says that it lives. */
const isOurs = async (url: string): Promise<boolean> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'status' in body;
};
