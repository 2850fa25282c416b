import type { Id } from '#kernel';

export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

/** A data key as it is kept: encrypted under the master key, bound to its id and its stream. */
export interface WrappedKey {
  readonly id: string;
  readonly stream: string;
  readonly wrapped: string;
}

/** What stands where a key was that somebody destroyed, on record. */
export const KEY_ERASED = 'erased';

/** Keys for personal data, one for each stream, kept apart from the log. */
export interface KeyStore {
  /** Which store this is, as a UUID: it follows from the master key, so that a copy of the store is the same one. */
  readonly id: string;
  /** The stream's key, made on first use; it survives a power cut by the time it is handed out. */
  keyFor(stream: Id): Promise<DataKey>;
  /** A key by its id; undefined when it is gone although nobody erased it. */
  find(keyId: string): Promise<DataKey | typeof KEY_ERASED | undefined>;
  /**
   * Destroys every key of a stream and keeps on record that this was done, and when. What was sealed under them opens nowhere within
   * five seconds, in no process. A stream that goes on gets a key of its own again.
   */
  erase(stream: Id, at: Date): Promise<void>;
  /** A secret for one purpose, the same as long as the key store lasts. */
  secret(purpose: string): Buffer;
}

/** A key store that is open, and kept somewhere. */
export interface KeptKeys extends KeyStore {
  /** Throws KeyStoreDamaged when keys are lost: nothing more is sealed then, and what cannot be opened is not taken for erased. */
  check(): void;
  /** Every key that was ever made, encrypted as it is kept or as what says that it was erased, in portions. */
  everyKey(): AsyncIterable<readonly WrappedKey[]>;
  /** The same of some streams only. */
  keptOf(streams: readonly string[]): Promise<readonly WrappedKey[]>;
  /** Takes over keys of another store with the same master key; those that are here already stay, but are erased where they are there. */
  takeOver(keys: readonly WrappedKey[]): Promise<void>;
  close(): Promise<void>;
}
