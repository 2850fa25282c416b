import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { isDiskFull } from '#platform/event-store';
import { StoreFull } from './evidence-store.js';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Whether a file is not there, which is an answer. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** Says of a disk that is full that it is; throws everything else as it is. */
export const saysFull = (error: unknown): never => {
  if (isDiskFull(error)) throw new StoreFull('the disk is full', { cause: error });
  throw error;
};

/** What a folder holds survives a power cut once this is done. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync().finally(() => handle.close());
};

/** Writes a file that nobody else may read, whole and on disk when this is done. */
export const writeDurably = async (path: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> => {
  const handle = await open(path, 'w', 0o600).catch(saysFull);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } catch (error) {
    saysFull(error);
  } finally {
    await handle.close();
  }
};

/** So many bytes of a file from there on; fewer at its end. */
export const readAt = async (handle: FileHandle, at: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
};
