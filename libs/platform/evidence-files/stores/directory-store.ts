import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { piecesOf } from '../bytes.js';
import { isDigest, sha256Of } from '../digest.js';
import { isMissing, readAt, saysFull, syncFolder } from './disk.js';
import type { EvidenceStore, KeptFile } from './evidence-store.js';

const READ_ONLY = 0o400;

/** Files in a folder of this machine, on the same file system as what is put there. */
export class DirectoryStore implements EvidenceStore {
  private constructor(
    private readonly folder: string,
    private readonly sync: (folder: string) => Promise<void>,
  ) {}

  /** Opens a folder, or makes it. What is `passing` need not survive a power cut: it can be made again. */
  static async open(folder: string, { passing = false } = {}): Promise<DirectoryStore> {
    await mkdir(join(folder, 'set-aside'), { recursive: true, mode: 0o700 });
    return new DirectoryStore(folder, passing ? () => Promise.resolve() : syncFolder);
  }

  async put(address: string, path: string): Promise<void> {
    const target = this.pathOf(address);
    if (await this.isWhole(address)) {
      await rm(path, { force: true });
      return;
    }
    await mkdir(dirname(target), { recursive: true, mode: 0o700 }).catch(saysFull);
    await chmod(path, READ_ONLY);
    await rename(path, target).catch(saysFull);
    await this.sync(dirname(target));
    await this.sync(this.folder);
  }

  async open(address: string): Promise<KeptFile | undefined> {
    const handle = await open(this.pathOf(address), 'r').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (!handle) return undefined;
    const { size } = await handle.stat();
    const read = (from: number, end: number) =>
      piecesOf({ size: end - from, read: (at, length) => readAt(handle, from + at, length) });
    return { size, read, close: () => handle.close() };
  }

  async setAside(address: string): Promise<void> {
    const aside = join(this.folder, 'set-aside', `${address}.${String(Date.now())}`);
    await rename(this.pathOf(address), aside).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  async remove(address: string): Promise<void> {
    await rm(this.pathOf(address), { force: true });
  }

  /** Whether it is kept already: what lies there and is spoilt is replaced by what it should be. */
  private async isWhole(address: string): Promise<boolean> {
    const file = await this.open(address);
    if (!file) return false;
    return (await sha256Of(file.read(0, file.size)).finally(() => file.close())) === address;
  }

  private pathOf(address: string): string {
    if (!isDigest(address)) throw new TypeError('a file is kept under a digest');
    return join(this.folder, address.slice(0, 2), address);
  }
}
