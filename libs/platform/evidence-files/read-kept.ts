import { FileSpoilt, openedFile, sealedSize, type Sealing } from './sealed-file.js';
import type { EvidenceStore } from './stores/evidence-store.js';
import { isWhole } from './stores/keep.js';

/** From which byte up to before which. */
export interface Range {
  readonly from: number;
  readonly end: number;
}

/**
 * A file as it was sent, or a part of it. All of it is compared with its address before the first byte is given, and each piece is
 * opened with its own seal. Throws FileSpoilt when it is missing or altered.
 */
export const readKept = async (
  store: EvidenceStore,
  sealing: Sealing & { readonly address: string },
  range: Range,
): Promise<AsyncIterable<Buffer>> => {
  const file = await store.open(sealing.address);
  if (!file) throw new FileSpoilt('the file is missing');
  try {
    if (file.size !== sealedSize(sealing.bytes) || !(await isWhole(file, sealing.address)))
      throw new FileSpoilt('the file is altered');
  } catch (error) {
    await file.close();
    throw error;
  }
  return closing(
    openedFile((from, end) => file.read(from, end), sealing, range),
    () => file.close(),
  );
};

/**
 * The same pieces; at their end, whichever it is, something is closed, once. No generator: one that is given up before its first piece,
 * as by a client that goes away, does not come to its end.
 */
const closing = (pieces: AsyncIterable<Buffer>, close: () => Promise<void>): AsyncIterableIterator<Buffer> => {
  const source = pieces[Symbol.asyncIterator]();
  let closed: Promise<void> | undefined;
  const end = () => (closed ??= close());
  return {
    next: async () => {
      try {
        const result = await source.next();
        if (result.done) await end();
        return result;
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: async () => {
      await source.return?.();
      await end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
