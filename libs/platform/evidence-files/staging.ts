import { createCipheriv, hkdfSync } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { decrypt, encrypt } from '#platform/personal-data';
import type { Bytes } from './bytes.js';
import { isMissing, readAt, saysFull, syncFolder, writeDurably } from './stores/disk.js';

/** An upload that has begun. Its bytes may still be on their way. */
export interface Staged<A> {
  readonly uuid: string;
  readonly size: number;
  /** How many bytes have come. */
  readonly offset: number;
  readonly begunAt: string;
  /** Whose it is, and what was said of it. */
  readonly about: A;
}

/** Bytes came for another place than where the upload is. */
export class UploadElsewhere extends Error {
  override readonly name = 'UploadElsewhere';
}

/** Keys by the UUID of the upload. */
export type KeyOf = (uuid: string) => Promise<Buffer>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BLOCK = 16;
/** What is over is not begun anew by writing to it. */
const AT_THE_END = constants.O_WRONLY | constants.O_APPEND;

/** AES in counter mode from any byte on: what lies on disk while it is on its way says nothing either. */
const streamAt = (key: Buffer, uuid: string, at: number) => {
  const own = Buffer.from(hkdfSync('sha256', key, '', `evidence upload|${uuid}`, 32));
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / BLOCK)), 8);
  const cipher = createCipheriv('aes-256-ctr', own, counter);
  cipher.update(Buffer.alloc(at % BLOCK));
  return cipher;
};

/** What a stop left behind of uploads that had hardly begun, or were over already: nothing says whose it is. */
const removeLeftovers = async (folder: string): Promise<void> => {
  const names = await readdir(folder);
  const begun = new Set(names.filter((name) => name.endsWith('.about')).map(uuidIn));
  const left = names.filter((name) => UUID.test(uuidIn(name)) && !begun.has(uuidIn(name)));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
};

const uuidIn = (name: string): string => name.split('.')[0] ?? '';

/**
 * Files on their way, under names that are ours, in a folder of this machine. Bytes are added at the end only, so that an upload goes
 * on where it was cut, also after a restart.
 */
export class Staging<A> {
  /** What is done with an upload, one after the other: where it is, is known when its last bytes are on disk. */
  readonly #last = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly folder: string,
    private readonly keyOf: KeyOf,
  ) {}

  static async open<A>(folder: string, keyOf: KeyOf): Promise<Staging<A>> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeLeftovers(folder);
    return new Staging<A>(folder, keyOf);
  }

  async begin(uuid: string, said: Pick<Staged<A>, 'size' | 'begunAt' | 'about'>): Promise<void> {
    const sealed = encrypt(await this.keyOf(uuid), Buffer.from(JSON.stringify(said)), `upload|${uuid}`);
    await writeDurably(this.path(uuid, 'bytes'), []);
    await writeDurably(this.path(uuid, 'new'), [sealed]);
    await rename(this.path(uuid, 'new'), this.path(uuid, 'about'));
    await syncFolder(this.folder);
  }

  async find(uuid: string): Promise<Staged<A> | undefined> {
    return UUID.test(uuid) ? this.inTurn(uuid, () => this.found(uuid)) : undefined;
  }

  /** Adds bytes that begin at this place; says how many there are then. What came before a cut stays. Throws UploadElsewhere. */
  append(uuid: string, offset: number, pieces: AsyncIterable<Buffer>): Promise<number> {
    return this.inTurn(uuid, () => this.added(uuid, offset, pieces));
  }

  /** Gives what has come to read, as it was sent. */
  async reading<T>(uuid: string, read: (bytes: Bytes) => Promise<T>): Promise<T> {
    const key = await this.keyOf(uuid);
    const handle: FileHandle = await open(this.path(uuid, 'bytes'), 'r');
    try {
      const { size } = await handle.stat();
      const plain = async (at: number, length: number) =>
        streamAt(key, uuid, at).update(await readAt(handle, at, length));
      return await read({ size, read: plain });
    } finally {
      await handle.close();
    }
  }

  /** Where the sealed form of an upload is written, before it goes to the store. */
  sealedPath(uuid: string): string {
    return this.path(uuid, 'sealed');
  }

  async end(uuid: string): Promise<void> {
    for (const part of ['about', 'bytes', 'sealed', 'new'] as const) await rm(this.path(uuid, part), { force: true });
  }

  /** The uploads that have begun. */
  async all(): Promise<readonly Staged<A>[]> {
    const names = await readdir(this.folder);
    const uuids = names.filter((name) => name.endsWith('.about')).map(uuidIn);
    const found = await Promise.all(uuids.map((uuid) => this.find(uuid)));
    return found.flatMap((one) => one ?? []);
  }

  private async found(uuid: string): Promise<Staged<A> | undefined> {
    const sealed = await readFile(this.path(uuid, 'about')).catch(nothing);
    const bytes = await stat(this.path(uuid, 'bytes')).catch(nothing);
    const said = sealed && bytes && decrypt(await this.keyOf(uuid), sealed, `upload|${uuid}`);
    if (!said) return undefined;
    // It was sealed by `begin`.
    return { uuid, offset: bytes.size, ...(JSON.parse(said.toString()) as Omit<Staged<A>, 'uuid' | 'offset'>) };
  }

  private async added(uuid: string, offset: number, pieces: AsyncIterable<Buffer>): Promise<number> {
    const cipher = streamAt(await this.keyOf(uuid), uuid, offset);
    const handle = await open(this.path(uuid, 'bytes'), AT_THE_END).catch(nothing);
    if (!handle) throw new UploadElsewhere('the upload is over');
    try {
      if ((await handle.stat()).size !== offset) throw new UploadElsewhere('the upload is at another place');
      for await (const piece of pieces) await handle.writeFile(cipher.update(piece));
      return (await handle.stat()).size;
    } catch (error) {
      return saysFull(error);
    } finally {
      await handle.sync().finally(() => handle.close());
    }
  }

  private inTurn<T>(uuid: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(uuid) ?? Promise.resolve()).then(work, work);
    this.#last.set(uuid, turn);
    const done = () => {
      if (this.#last.get(uuid) === turn) this.#last.delete(uuid);
    };
    turn.then(done, done);
    return turn;
  }

  private path(uuid: string, part: 'about' | 'bytes' | 'sealed' | 'new'): string {
    if (!UUID.test(uuid)) throw new TypeError('an upload has a name of ours');
    return join(this.folder, `${uuid}.${part}`);
  }
}

const nothing = (error: unknown): undefined => {
  if (!isMissing(error)) throw error;
};
