import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { inPieces, type Bytes } from './bytes.js';

const ALGORITHM = 'aes-256-gcm';
const CHUNK = 64 * 1024;
const TAG = 16;
const SEALED_CHUNK = CHUNK + TAG;

/** A kept file is not the one that was sealed: changed, cut off, or another one. */
export class FileSpoilt extends Error {
  override readonly name = 'FileSpoilt';
}

/** Which file it is: of which evidence, with which content. */
export interface Sealing {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The key of the evidence's stream: with it, the file is gone. */
  readonly key: Buffer;
}

/**
 * The key of one file. It follows from the content too, so that sealing the same again gives the same bytes, and no key ever seals two
 * different contents.
 */
const keyOf = ({ id, sha256, key }: Sealing): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(sha256, 'hex'), `evidence file|${id}`, 32));

/** Tells every piece from every other, and the last one from the rest: none can be moved, left out or cut off. */
const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
};

const chunksOf = (bytes: number): number => Math.ceil(bytes / CHUNK);

/** How long a file of so many bytes is once it is sealed. */
export const sealedSize = (bytes: number): number => bytes + chunksOf(bytes) * TAG;

/** A file as it is kept: in pieces that are each sealed by themselves, so that a part of it can be read alone. */
export async function* sealedFile(plain: Bytes, sealing: Sealing): AsyncGenerator<Buffer> {
  const key = keyOf(sealing);
  const last = chunksOf(plain.size) - 1;
  for (let index = 0; index <= last; index++) {
    const cipher = createCipheriv(ALGORITHM, key, nonceOf(index, index === last));
    const piece = await plain.read(index * CHUNK, CHUNK);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** From where to where of the sealed bytes a range of the plain ones lies. */
const around = ({ bytes }: Sealing, from: number, end: number) => {
  const [first, beyond] = [Math.floor(from / CHUNK), Math.ceil(end / CHUNK)];
  return { first, from: first * SEALED_CHUNK, end: Math.min(sealedSize(bytes), beyond * SEALED_CHUNK) };
};

/** Reads sealed bytes from one place up to before another. */
export type ReadSealed = (from: number, end: number) => AsyncIterable<Buffer>;

/** The plain bytes from one place up to before another. Throws FileSpoilt before it gives a byte that was not sealed. */
export async function* openedFile(
  read: ReadSealed,
  sealing: Sealing,
  { from, end }: { readonly from: number; readonly end: number },
): AsyncGenerator<Buffer> {
  const key = keyOf(sealing);
  const last = chunksOf(sealing.bytes) - 1;
  const where = around(sealing, from, end);
  let index = where.first;
  for await (const piece of inPieces(read(where.from, where.end), SEALED_CHUNK)) {
    const plain = opened(key, piece, nonceOf(index, index === last));
    const start = index * CHUNK;
    yield plain.subarray(Math.max(0, from - start), Math.min(plain.length, end - start));
    index += 1;
  }
  if (index < Math.ceil(end / CHUNK)) throw new FileSpoilt('the file is cut off');
}

const opened = (key: Buffer, piece: Buffer, nonce: Buffer): Buffer => {
  if (piece.length <= TAG) throw new FileSpoilt('a piece is too short');
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(piece.subarray(-TAG));
  const plain = decipher.update(piece.subarray(0, -TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new FileSpoilt('a piece does not open');
  }
};
