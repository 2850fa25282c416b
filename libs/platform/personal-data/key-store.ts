import type { Id } from '#kernel';

export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Keys for personal data, one for each stream, kept apart from the log. */
export interface KeyStore {
  /** The stream's key, made on first use; it survives a power cut by the time it is handed out. */
  keyFor(stream: Id): Promise<DataKey>;
  /** A key by its id; undefined when it is gone. */
  find(keyId: string): Promise<DataKey | undefined>;
  /** A secret for one purpose, the same as long as the key store lasts. */
  secret(purpose: string): Buffer;
}
