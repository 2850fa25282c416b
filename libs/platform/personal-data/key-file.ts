import { constants, fstatSync, readSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { isDiskFull, StorageFull } from '#platform/event-store';

const NEW_LINE = 0x0a;
const PIECE_BYTES = 1 << 20;
/** Longer than the lines of all but strange streams. */
const LINE_BYTES = 256;

/** Is told of each line without its end: its bytes, which are gone afterwards, and the place of the first of them in the file. */
export type TakeLine = (line: Buffer, place: number) => void;

/** The file of data keys: lines that are only ever added, by several processes if need be. */
export class KeyFile {
  /** What was handed out: whole lines, up to this place. */
  #read = 0;
  /** Ends when nobody reads on or writes any more. */
  #busy: Promise<unknown> = Promise.resolve();

  /** How the file began when it was first looked at. */
  #beginning = '';

  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {}

  /** Opens the file, or makes it, for its owner only. */
  static async open(path: string): Promise<KeyFile> {
    return new KeyFile(await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600), path);
  }

  /** Bytes. Asked of the kernel, which knows; it is not worth a thread. */
  get size(): number {
    return fstatSync(this.file.fd).size;
  }

  /** Adds these lines in one write, and hands them out with whatever else is new, once all of it is safe on disk. */
  append(lines: string, take: TakeLine): Promise<void> {
    return this.inTurn(() => this.write(Buffer.from(lines), take)).catch(saysFull);
  }

  /** Hands out what was added since the last time, up to the last whole line, once it is safe on disk. */
  readOn(take: TakeLine): Promise<void> {
    return this.inTurn(() => this.handOn(take));
  }

  /** Writes over what stands at this place, and nothing else: the file is as long as before. */
  overwrite(text: string, place: number): Promise<void> {
    return this.inTurn(async () => {
      // A file that is open for adding to writes at its end, wherever it is told to.
      const file = await open(this.path, 'r+');
      try {
        await file.write(text, place);
        await file.datasync();
      } finally {
        await file.close();
      }
    });
  }

  /** The line that begins at this place. Asked of the kernel, too, which has it in memory nearly always. */
  lineAt(place: number): string {
    for (let length = LINE_BYTES; ; length *= 2) {
      const bytes = Buffer.allocUnsafe(length);
      const read = readSync(this.file.fd, bytes, 0, length, place);
      const end = bytes.subarray(0, read).indexOf(NEW_LINE);
      if (end >= 0 || read < length) return bytes.toString('utf8', 0, end < 0 ? read : end);
    }
  }

  /** Whether another file stands in its place by now, or it begins otherwise than before. */
  isReplaced(): boolean {
    // What a key was may be written over, whose it was may not.
    const first = this.lineAt(1);
    const beginning = first.replace(/ \S*$/, '');
    const isOther = this.#beginning !== '' && beginning !== this.#beginning;
    if (first.length + 1 < this.size) this.#beginning ||= beginning;
    const standing = statSync(this.path, { throwIfNoEntry: false });
    return isOther || standing?.ino !== fstatSync(this.file.fd).ino;
  }

  /** Once nobody reads or writes any more. */
  async close(): Promise<void> {
    await this.#busy;
    await this.file.close();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#busy.then(work);
    this.#busy = turn.catch(() => undefined);
    return turn;
  }

  private async write(bytes: Buffer, take: TakeLine): Promise<void> {
    const before = this.size;
    const isRead = before === this.#read;
    await this.file.appendFile(bytes);
    // Where nobody else wrote, nothing but these lines was added.
    if (isRead && this.size === before + bytes.length) {
      await this.file.datasync();
      this.#read = before + handOut(bytes, before, take);
    } else {
      await this.handOn(take);
    }
  }

  private async handOn(take: TakeLine): Promise<void> {
    const end = this.size;
    if (end <= this.#read) return;
    await this.file.datasync();
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, end - this.#read));
    for (;;) {
      const length = Math.min(piece.length, end - this.#read);
      const { bytesRead } = await this.file.read(piece, 0, length, this.#read);
      const whole = handOut(piece.subarray(0, bytesRead), this.#read, take);
      // No key fills a piece: what does is passed by, as what follows has to be found.
      const passed = whole === 0 && bytesRead === PIECE_BYTES ? bytesRead : whole;
      if (passed === 0) return;
      this.#read += passed;
    }
  }
}

/** Says of a disk that is full that it is; throws everything else as it is. */
const saysFull = (error: unknown): never => {
  throw isDiskFull(error) ? new StorageFull(error) : error;
};

/** How many bytes the whole lines in a piece take. */
const handOut = (piece: Buffer, place: number, take: TakeLine): number => {
  let start = 0;
  for (let end; (end = piece.indexOf(NEW_LINE, start)) >= 0; start = end + 1) {
    if (end > start) take(piece.subarray(start, end), place + start);
  }
  return start;
};
