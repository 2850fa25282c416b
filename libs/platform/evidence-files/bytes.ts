/** Bytes that can be read anywhere, without all of them in memory. */
export interface Bytes {
  readonly size: number;
  /** So many bytes from there on; fewer at the end. */
  read(at: number, length: number): Promise<Buffer>;
}

/** Bytes that are in memory. */
export const inMemory = (all: Buffer): Bytes => ({
  size: all.length,
  read: (at, length) => Promise.resolve(all.subarray(at, at + length)),
});

const PIECE = 256 * 1024;

/** All of them, in order, piece by piece. */
export async function* piecesOf(bytes: Bytes, most = PIECE): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.size; at += most) yield bytes.read(at, Math.min(most, bytes.size - at));
}

/** The same bytes in pieces of this length, the last one shorter. */
export async function* inPieces(pieces: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let count = 0;
  for await (const piece of pieces) {
    held.push(piece);
    count += piece.length;
    if (count < length) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; at + length <= all.length; at += length) yield all.subarray(at, at + length);
    held = at < all.length ? [all.subarray(at)] : [];
    count = all.length - at;
  }
  if (count > 0) yield Buffer.concat(held);
}
