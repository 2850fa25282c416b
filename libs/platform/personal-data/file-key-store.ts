import { createHmac } from 'node:crypto';
import { constants, fstatSync } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { KeyStoreDamaged } from './errors.js';
import { keyLine, newKey, readKeyLines, unwrap, type WrappedKey } from './key-lines.js';
import type { DataKey, KeyStore } from './key-store.js';
import { createMasterKey, readMasterKey, syncFolder } from './master-key.js';

/**
 * Keys in a folder of their own: one master key, and a file of data keys encrypted under it that only grows. Several processes
 * may share the folder. Losing it makes all personal data unreadable for ever: back it up, apart from the database.
 */
export class FileKeyStore implements KeyStore {
  readonly #byId = new Map<string, WrappedKey>();
  readonly #byStream = new Map<string, WrappedKey>();
  /** Keys in use, so that each is unwrapped once; they are forgotten with the wrapped ones. */
  readonly #unwrapped = new WeakMap<WrappedKey, DataKey>();
  #read = 0;
  /** Streams that wait for a key, and the write that will give them one. */
  #wanted = new Set<Id>();
  #making: Promise<void> | undefined;

  private constructor(
    private readonly file: FileHandle,
    private readonly master: Buffer,
  ) {}

  /** Opens the key store in a folder, or makes it. Throws KeyStoreDamaged when there are keys but no master key to open them. */
  static async open(folder: string): Promise<FileKeyStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(
      join(folder, 'data-keys'),
      constants.O_RDWR | constants.O_APPEND | constants.O_CREAT,
      0o600,
    );
    try {
      const master = await masterKey(join(folder, 'master-key'), file);
      await syncFolder(folder);
      return new FileKeyStore(file, master);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async keyFor(stream: Id): Promise<DataKey> {
    // The second time round is for those who came while a write was under way.
    for (let tries = 0; tries < 2 && !this.#byStream.has(stream); tries++) {
      this.#wanted.add(stream);
      this.#making ??= this.make().finally(() => (this.#making = undefined));
      await this.#making;
    }
    const key = this.#byStream.get(stream);
    if (!key) throw new KeyStoreDamaged(`the key of ${stream} was written but cannot be read back`);
    return this.unwrapped(key);
  }

  async find(keyId: string): Promise<DataKey | undefined> {
    // Another process may have made it since.
    if (!this.#byId.has(keyId)) await this.catchUp();
    const found = this.#byId.get(keyId);
    return found && this.unwrapped(found);
  }

  secret(purpose: string): Buffer {
    return createHmac('sha256', this.master).update(purpose).digest();
  }

  async close(): Promise<void> {
    await this.#making;
    await this.file.close();
  }

  private unwrapped(key: WrappedKey): DataKey {
    const known = this.#unwrapped.get(key);
    if (known) return known;
    const fresh = unwrap(key, this.master);
    this.#unwrapped.set(key, fresh);
    return fresh;
  }

  /** Gives every stream that waits a key: one write and one sync for all of them. A key is known once it is in the file, whatever else is. */
  private async make(): Promise<void> {
    await this.catchUp();
    const wanted = [...this.#wanted].filter((stream) => !this.#byStream.has(stream));
    this.#wanted = new Set();
    if (wanted.length === 0) return;
    const lines = wanted.map((stream) => keyLine(newKey(stream, this.master))).join('');
    const before = this.size();
    const isRead = before === this.#read;
    await this.file.appendFile(lines);
    // Where nobody else wrote, nothing but these lines was added.
    if (isRead && this.size() === before + Buffer.byteLength(lines)) {
      await this.file.datasync();
      this.know(lines, before);
    } else {
      await this.catchUp();
    }
  }

  /** Reads what was added to the file, up to its last whole line, once it is safe on disk: another process may have written it. */
  private async catchUp(): Promise<void> {
    const from = this.#read;
    const size = this.size();
    if (size <= from) return;
    await this.file.datasync();
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(size - from), 0, size - from, from);
    const whole = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1;
    this.know(buffer.subarray(0, whole).toString(), from);
  }

  /** Takes in whole lines that stand at this place of the file and are safe on disk. */
  private know(lines: string, from: number): void {
    for (const key of readKeyLines(lines)) {
      this.#byId.set(key.id, key);
      if (!this.#byStream.has(key.stream)) this.#byStream.set(key.stream, key);
    }
    this.#read = Math.max(this.#read, from + Buffer.byteLength(lines));
  }

  /** Asked of the kernel, which knows; it is not worth a thread. */
  private size(): number {
    return fstatSync(this.file.fd).size;
  }
}

/** The master key; made when there are no data keys yet. Where there are some, there was a master key before them. */
const masterKey = async (path: string, dataKeys: FileHandle): Promise<Buffer> => {
  const { size } = await dataKeys.stat();
  const found = await readMasterKey(path);
  if (found) return found;
  if (size === 0) await createMasterKey(path);
  const made = await readMasterKey(path);
  if (made) return made;
  throw new KeyStoreDamaged(`${path} is missing, and without it nothing sealed so far can be read: restore it`);
};
