import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { KeyStoreDamaged } from './errors.js';

const sizeOf = (path: string): number => {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
};

/** As many as any number of bytes has, so that nothing is left of what was written before. */
const DIGITS = 16;

/** Remembers beside a file that only grows how long it was, so that it cannot come back shorter unnoticed. */
export class KeyExtent {
  readonly #mark: string;
  /** Kept open: to open it for every new key took longer than to make the key. */
  #open: number | undefined;

  constructor(private readonly path: string) {
    this.#mark = `${path}.extent`;
  }

  /** Remembers how long it is now. What is lost of this by a power cut only makes it less strict. */
  remember(): void {
    this.#open ??= openSync(this.#mark, 'w', 0o600);
    writeSync(this.#open, String(sizeOf(this.path)).padStart(DIGITS, '0'), 0);
  }

  /** Throws KeyStoreDamaged when the file is shorter than it was, or gone. */
  check(): void {
    const [now, before] = [sizeOf(this.path), this.before()];
    if (now < before) {
      throw new KeyStoreDamaged(
        `${this.path} has ${String(now)} bytes and had ${String(before)}: bring its backup back 密钥文件变短，请恢复备份`,
      );
    }
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open);
    this.#open = undefined;
  }

  private before(): number {
    try {
      return Number(readFileSync(this.#mark, 'utf8')) || 0;
    } catch {
      return 0;
    }
  }
}
