import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { newId } from '../../lib/new-id';
import type { Photo } from '../queue/item';
import type { FieldStore } from '../queue/store';
import { madeSmaller } from './smaller';

const MB = 1024 * 1024;
/** The API takes no larger picture. */
export const MOST_MB = 30;
/** What stays free for text. */
const SPARE = 64 * MB;
const STEP = MB;

/** Whether there is room for another picture; a browser that does not say has some. */
export const hasRoom = async (): Promise<boolean> => {
  // Not there by plain http, whatever the types say.
  const storage = navigator.storage as StorageManager | undefined;
  const { quota, usage = 0 } = (await storage?.estimate()) ?? {};
  return quota === undefined || quota - usage > SPARE;
};

/** Asks the browser not to clear what is kept here; whether it listens is its own affair. */
export const askToKeep = (): void => {
  const storage = navigator.storage as StorageManager | undefined;
  void storage?.persist();
};

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** SHA-256, step by step: somebody writes meanwhile. */
const digestOf = async (bytes: Uint8Array): Promise<string> => {
  const hash = sha256.create();
  for (let at = 0; at < bytes.length; at += STEP) {
    hash.update(bytes.subarray(at, at + STEP));
    await pause();
  }
  return bytesToHex(hash.digest());
};

/** Takes a picture in, made smaller: what is kept, and sent, are the bytes that the digest is of. Undefined where there is no room. */
export const takeIn = async (store: FieldStore, file: File): Promise<Photo | undefined> => {
  if (!(await hasRoom())) return undefined;
  const id = newId();
  try {
    const bytes = await madeSmaller(new Uint8Array(await file.arrayBuffer()), file.type);
    const digest = await digestOf(bytes);
    await store.putPhoto(id, new Blob([bytes], { type: file.type }));
    const taken = bytes.length < file.size ? { takenBytes: file.size } : {};
    return { id, uploadId: newId(), name: file.name, bytes: bytes.length, sha256: digest, ...taken };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return undefined;
    throw error;
  }
};
