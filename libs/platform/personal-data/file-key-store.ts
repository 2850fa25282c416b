import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { LRUCache } from 'lru-cache';
import { KeyStoreDamaged } from './errors.js';
import { KeyExtent } from './key-extent.js';
import { KeyFile } from './key-file.js';
import { erasedMark, isErased, keyLine, namesIn, namesLength, newKey, unwrap, type WrappedKey } from './key-lines.js';
import { hashOf, KeyPlaces } from './key-places.js';
import { KEY_ERASED, type DataKey, type KeyStore } from './key-store.js';
import { belongTogether, masterKey, wrappedAt } from './key-folder.js';
import { syncFolder } from './master-key.js';
import { secretOf, storeId } from './secrets.js';

/** Names of keys that stay unwrapped, and for how long: within five seconds nobody opens with a key that another process erased. */
const RECENT = { max: 20_000, ttl: 4_000 };
/** So many that are missing are remembered. */
const MOST_MISSING = 1_000;

/**
 * Keys in a folder of their own: one master key, and a file of data keys encrypted under it that only grows. Several processes
 * may share the folder. Losing it makes all personal data unreadable for ever: back it up, apart from the database.
 */
export class FileKeyStore implements KeyStore {
  readonly #recent = new LRUCache<string, DataKey>(RECENT);
  readonly #byId = new KeyPlaces();
  readonly #byStream = new KeyPlaces();
  /** Streams that wait for a key, and the write that will give them one. */
  #wanted = new Set<Id>();
  #making: Promise<void> | undefined;
  /** Keys that sealed something and are not there. */
  readonly #missing = new Set<string>();

  private constructor(
    private readonly file: KeyFile,
    private readonly master: Buffer,
    private readonly extent: KeyExtent,
  ) {}

  /** Opens the key store in a folder, or makes it. Throws KeyStoreDamaged when there are keys but no master key to open them. */
  static async open(folder: string): Promise<FileKeyStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, 'data-keys');
    const file = await KeyFile.open(path);
    try {
      const master = await masterKey(join(folder, 'master-key'), file);
      await syncFolder(folder);
      belongTogether(file, master);
      return new FileKeyStore(file, master, new KeyExtent(path));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get id(): string {
    return storeId(this.master);
  }

  /** Throws KeyStoreDamaged when keys are lost: nothing more is sealed then, and what cannot be opened is not taken for erased. */
  check(): void {
    this.extent.check();
    if (this.file.isReplaced()) {
      throw new KeyStoreDamaged(
        'another file of keys stands in the place of the one in use: bring the right one back and start again ' +
          '密钥文件被替换，请恢复原文件并重新启动',
      );
    }
    if (this.#missing.size > 0) {
      throw new KeyStoreDamaged(
        `keys are missing (${String(this.#missing.size)}): bring the backup back 密钥缺失，请恢复备份`,
      );
    }
  }

  async keyFor(stream: Id): Promise<DataKey> {
    this.check();
    let key = this.known(stream);
    // The second time round is for those who came while a write was under way.
    for (let tries = 0; tries < 2 && !key; tries++) {
      this.#wanted.add(stream);
      this.#making ??= this.make().finally(() => (this.#making = undefined));
      await this.#making;
      key = this.known(stream);
    }
    if (!key)
      throw new KeyStoreDamaged(
        `the key of ${stream} was written but cannot be read back: see whether the disk is whole 密钥写入后无法读回，请检查磁盘`,
      );
    return key;
  }

  async find(keyId: string): ReturnType<KeyStore['find']> {
    const found = await this.look(keyId).catch((error: unknown) => {
      this.miss(keyId);
      throw error;
    });
    if (found) this.#missing.delete(keyId);
    else this.miss(keyId);
    return found;
  }

  async erase(stream: Id, at: Date): Promise<void> {
    this.check();
    await this.file.readOn(this.take);
    for (const place of this.#byStream.of(stream)) {
      const wrapped = wrappedAt(this.file, place);
      if (wrapped.stream !== stream || isErased(wrapped)) continue;
      await this.file.overwrite(erasedMark(at), place + namesLength(wrapped));
      for (const name of [stream, wrapped.id]) this.#recent.delete(name);
    }
  }

  secret(purpose: string): Buffer {
    return secretOf(this.master, purpose);
  }

  async close(): Promise<void> {
    await this.#making;
    this.extent.close();
    await this.file.close();
  }

  private async look(keyId: string): ReturnType<KeyStore['find']> {
    const key = this.byId(keyId);
    if (key) return key;
    // Another process may have made it since.
    await this.file.readOn(this.take);
    return this.byId(keyId);
  }

  private miss(keyId: string): void {
    if (this.#missing.size < MOST_MISSING) this.#missing.add(keyId);
  }

  /** The key of this id, as far as the file was read. */
  private byId(id: string): DataKey | typeof KEY_ERASED | undefined {
    const recent = this.#recent.get(id);
    if (recent) return recent;
    const look = () => this.among(this.#byId.of(id)).find((one) => one.id === id);
    const wrapped = look();
    if (!wrapped) return undefined;
    // Another process may be in the middle of writing over it.
    if ([wrapped, look()].some((one) => one && isErased(one))) return KEY_ERASED;
    return this.unwrapped(wrapped);
  }

  /** The first key of this stream that is not erased, as far as the file was read. */
  private known(stream: Id): DataKey | undefined {
    const recent = this.#recent.get(stream);
    if (recent) return recent;
    const wrapped = this.among(this.#byStream.of(stream)).find((one) => one.stream === stream && !isErased(one));
    const key = wrapped && this.unwrapped(wrapped);
    if (key) this.#recent.set(stream, key);
    return key;
  }

  private among(places: readonly number[]): readonly WrappedKey[] {
    return places.map((place) => wrappedAt(this.file, place));
  }

  private unwrapped(wrapped: WrappedKey): DataKey {
    const key = unwrap(wrapped, this.master);
    this.#recent.set(key.id, key);
    return key;
  }

  /** Gives every stream that waits a key: one write and one sync for all of them. A key is known once it is in the file, whatever else is. */
  private async make(): Promise<void> {
    await this.file.readOn(this.take);
    const wanted = [...this.#wanted].filter((stream) => !this.known(stream));
    this.#wanted = new Set();
    if (wanted.length === 0) return;
    const lines = wanted.map((stream) => keyLine(newKey(stream, this.master))).join('');
    await this.file.append(lines, this.take);
    this.extent.remember();
  }

  private readonly take = (line: Buffer, place: number): void => {
    const names = namesIn(line);
    if (!names) return;
    this.#byId.add(hashOf(line, 0, names.idEnd), place);
    this.#byStream.add(hashOf(line, names.idEnd + 1, names.streamEnd), place);
  };
}
