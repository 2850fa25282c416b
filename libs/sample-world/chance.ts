import { createHash } from 'node:crypto';

/** A list with something in it. */
export type Some<T> = readonly [T, ...T[]];

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (word: number): string =>
  `${HEX[word >>> 24] ?? ''}${HEX[(word >>> 16) & 255] ?? ''}${HEX[(word >>> 8) & 255] ?? ''}${HEX[word & 255] ?? ''}`;

/**
 * Chance by a seed: the same seed gives the same choices on every machine and in every release. The generator is sfc32 of PractRand
 * (C. Doty-Humphrey), whose 128 bits of state are the seed's SHA-256.
 */
export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: string) {
    const digest = createHash('sha256').update(seed).digest();
    this.#a = digest.readInt32LE(0);
    this.#b = digest.readInt32LE(4);
    this.#c = digest.readInt32LE(8);
    this.#counter = digest.readInt32LE(12);
  }

  /** Draws 32 bits. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** An integer from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor((this.word() / 2 ** 32) * (to - from + 1));
  }

  /** Yes, in this share of all cases. */
  happens(share: number): boolean {
    return this.word() < share * 2 ** 32;
  }

  pick<T>(list: Some<T>): T {
    return list[this.between(0, list.length - 1)] ?? list[0];
  }

  /** A UUID of version 8 (RFC 9562 5.8: made by its application's own rule). */
  uuid(): string {
    const [high, low] = [hex(this.word()), hex(this.word())];
    const variant = ((this.word() & 0x3fff_ffff) | 0x8000_0000) >>> 0;
    const [third, last] = [hex(variant), hex(this.word())];
    return `${high}-${low.slice(0, 4)}-8${low.slice(5)}-${third.slice(0, 4)}-${third.slice(4)}${last}`;
  }
}
