import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import { KEY_BYTES } from './cipher.js';
import type { DataKey, KeyStore } from './key-store.js';

/** Keys for specs: nothing is kept. */
export class MemoryKeyStore implements KeyStore {
  readonly #master = randomBytes(KEY_BYTES);
  readonly #byStream = new Map<Id, DataKey>();

  keyFor(stream: Id): Promise<DataKey> {
    const key = this.#byStream.get(stream) ?? { id: randomUUID(), key: randomBytes(KEY_BYTES) };
    this.#byStream.set(stream, key);
    return Promise.resolve(key);
  }

  find(keyId: string): Promise<DataKey | undefined> {
    return Promise.resolve([...this.#byStream.values()].find(({ id }) => id === keyId));
  }

  secret(purpose: string): Buffer {
    return createHmac('sha256', this.#master).update(purpose).digest();
  }

  /** Loses the key of a stream, as an erasure would. */
  lose(stream: Id): void {
    this.#byStream.delete(stream);
  }
}
