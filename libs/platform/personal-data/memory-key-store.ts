import { randomBytes, randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import { KEY_BYTES } from './cipher.js';
import { KEY_ERASED, type DataKey, type KeyStore } from './key-store.js';
import { secretOf, storeId } from './secrets.js';

/** Keys for specs: nothing is kept. */
export class MemoryKeyStore implements KeyStore {
  readonly #master = randomBytes(KEY_BYTES);
  readonly #byStream = new Map<Id, DataKey>();
  readonly #erased = new Set<string>();

  get id(): string {
    return storeId(this.#master);
  }

  keyFor(stream: Id): Promise<DataKey> {
    const key = this.#byStream.get(stream) ?? { id: randomUUID(), key: randomBytes(KEY_BYTES) };
    this.#byStream.set(stream, key);
    return Promise.resolve(key);
  }

  find(keyId: string): ReturnType<KeyStore['find']> {
    if (this.#erased.has(keyId)) return Promise.resolve(KEY_ERASED);
    return Promise.resolve([...this.#byStream.values()].find(({ id }) => id === keyId));
  }

  erase(stream: Id): Promise<void> {
    const key = this.#byStream.get(stream);
    if (key) this.#erased.add(key.id);
    this.lose(stream);
    return Promise.resolve();
  }

  secret(purpose: string): Buffer {
    return secretOf(this.#master, purpose);
  }

  /** Loses the key of a stream, as a damage would. */
  lose(stream: Id): void {
    this.#byStream.delete(stream);
  }
}
