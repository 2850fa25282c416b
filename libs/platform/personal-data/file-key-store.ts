import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { KeyStoreDamaged } from './errors.js';
import { KeyExtent } from './key-extent.js';
import { KeyFile } from './key-file.js';
import { erasedAt, erasedMark, isErased, keyLine, namesIn, namesLength, newKey, unwrap } from './key-lines.js';
import { MissingKeys } from './missing-keys.js';
import { hashOf, KeyPlaces } from './key-places.js';
import { KEY_ERASED, type DataKey, type KeptKeys, type KeyStore, type WrappedKey } from './key-store.js';
import { recentKeys } from './recent-keys.js';
import { belongTogether, keysIn, masterKey, wrappedAt } from './key-folder.js';
import { syncFolder } from './master-key.js';
import { secretOf, storeId } from './secrets.js';

/**
 * Keys in a folder of their own: one master key, and a file of data keys encrypted under it that only grows. Several processes
 * may share the folder. Losing it makes all personal data unreadable for ever: back it up, apart from the database.
 */
export class FileKeyStore implements KeptKeys {
  readonly #recent = recentKeys();
  readonly #byId = new KeyPlaces();
  readonly #byStream = new KeyPlaces();
  /** Streams that wait for a key, and the write that will give them one. */
  #wanted = new Set<Id>();
  #making: Promise<void> | undefined;
  readonly #missing = new MissingKeys();

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
    this.#missing.check();
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

  find(keyId: string): ReturnType<KeyStore['find']> {
    return this.#missing.noting(keyId, () => this.look(keyId));
  }

  async erase(stream: Id, at: Date): Promise<void> {
    this.check();
    await this.file.readOn(this.take);
    await this.destroy(this.#byStream.of(stream), (one) => one.stream === stream, at);
  }

  async *everyKey(): AsyncGenerator<readonly WrappedKey[]> {
    await this.file.readOn(this.take);
    yield* keysIn(this.file);
  }

  async keptOf(streams: readonly string[]): Promise<readonly WrappedKey[]> {
    await this.file.readOn(this.take);
    return streams.flatMap((stream) => this.among(this.#byStream.of(stream)).filter((one) => one.stream === stream));
  }

  async takeOver(keys: readonly WrappedKey[]): Promise<void> {
    await this.file.readOn(this.take);
    const known = (id: string) => this.among(this.#byId.of(id)).find((one) => one.id === id);
    const lines = keys.filter(({ id }) => !known(id)).map(keyLine);
    if (lines.length > 0) await this.file.append(lines.join(''), this.take);
    this.extent.remember();
    for (const key of keys) {
      const at = erasedAt(key);
      if (at) await this.destroy(this.#byId.of(key.id), ({ id }) => id === key.id, at);
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

  /** Writes over those of the keys at these places that are meant. */
  private async destroy(places: readonly number[], isMeant: (key: WrappedKey) => boolean, at: Date): Promise<void> {
    for (const place of places) {
      const wrapped = wrappedAt(this.file, place);
      if (!isMeant(wrapped) || isErased(wrapped)) continue;
      await this.file.overwrite(erasedMark(at), place + namesLength(wrapped));
      for (const name of [wrapped.stream, wrapped.id]) this.#recent.delete(name);
    }
  }

  private async look(keyId: string): ReturnType<KeyStore['find']> {
    const key = this.byId(keyId);
    if (key) return key;
    // Another process may have made it since.
    await this.file.readOn(this.take);
    return this.byId(keyId);
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
