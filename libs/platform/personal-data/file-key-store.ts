import { createHmac } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { LRUCache } from 'lru-cache';
import { KeyStoreDamaged } from './errors.js';
import { KeyExtent } from './key-extent.js';
import { KeyFile } from './key-file.js';
import { keyLine, namesIn, newKey, readKeyLine, unwrap, type WrappedKey } from './key-lines.js';
import { hashOf, KeyPlaces } from './key-places.js';
import type { DataKey, KeyStore } from './key-store.js';
import { createMasterKey, readMasterKey, syncFolder } from './master-key.js';

/** Names of keys that stay unwrapped. */
const RECENT = 20_000;
/** So many that are missing are remembered. */
const MOST_MISSING = 1_000;

/**
 * Keys in a folder of their own: one master key, and a file of data keys encrypted under it that only grows. Several processes
 * may share the folder. Losing it makes all personal data unreadable for ever: back it up, apart from the database.
 */
export class FileKeyStore implements KeyStore {
  readonly #recent = new LRUCache<string, DataKey>({ max: RECENT });
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

  async find(keyId: string): Promise<DataKey | undefined> {
    const found = await this.look(keyId).catch((error: unknown) => {
      this.miss(keyId);
      throw error;
    });
    if (found) this.#missing.delete(keyId);
    else this.miss(keyId);
    return found;
  }

  secret(purpose: string): Buffer {
    return createHmac('sha256', this.master).update(purpose).digest();
  }

  async close(): Promise<void> {
    await this.#making;
    this.extent.close();
    await this.file.close();
  }

  private async look(keyId: string): Promise<DataKey | undefined> {
    const key = this.known(keyId);
    if (key) return key;
    // Another process may have made it since.
    await this.file.readOn(this.take);
    return this.known(keyId);
  }

  private miss(keyId: string): void {
    if (this.#missing.size < MOST_MISSING) this.#missing.add(keyId);
  }

  /** The key of this id, or the first of this stream, as far as the file was read. */
  private known(name: string): DataKey | undefined {
    const recent = this.#recent.get(name);
    if (recent) return recent;
    const places = [...this.#byId.of(name), ...this.#byStream.of(name)];
    const wrapped = places
      .map((place) => this.wrappedAt(place))
      .find(({ id, stream }) => id === name || stream === name);
    if (!wrapped) return undefined;
    const key = unwrap(wrapped, this.master);
    for (const each of [name, key.id]) this.#recent.set(each, key);
    return key;
  }

  private wrappedAt(place: number): WrappedKey {
    const wrapped = readKeyLine(this.file.lineAt(place));
    if (!wrapped)
      throw new KeyStoreDamaged(
        'the file of keys was changed while it was in use: start again 密钥文件在使用中被改动，请重新启动',
      );
    return wrapped;
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

/** Throws KeyStoreDamaged when the first data key does not open with this master key: one of the two files is another one's. */
const belongTogether = (file: KeyFile, master: Buffer): void => {
  // Every line begins with a line end of its own.
  const first = file.size > 1 ? readKeyLine(file.lineAt(1)) : undefined;
  if (first) unwrap(first, master);
};

/** The master key; made when there are no data keys yet. Where there are some, there was a master key before them. */
const masterKey = async (path: string, { size }: KeyFile): Promise<Buffer> => {
  const found = await readMasterKey(path);
  if (found) return found;
  if (size === 0) await createMasterKey(path);
  const made = await readMasterKey(path);
  if (made) return made;
  throw new KeyStoreDamaged(
    `${path} is missing, and without it nothing sealed so far can be read: restore it 主密钥缺失，请恢复`,
  );
};
