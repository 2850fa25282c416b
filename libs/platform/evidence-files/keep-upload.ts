import { createHash } from 'node:crypto';
import { piecesOf } from './bytes.js';
import { contentOf, type Content } from './content/content-of.js';
import type { FileFault } from './content/faults.js';
import { sha256Of } from './digest.js';
import { sealedFile, type Sealing } from './sealed-file.js';
import type { Staging } from './staging.js';
import { writeDurably } from './stores/disk.js';
import { StoreUnavailable, type EvidenceStore } from './stores/evidence-store.js';
import { lookAtKept } from './stores/keep.js';

/** A file that is kept, and all that was found out about it. */
export interface Kept extends Content {
  readonly sha256: string;
  readonly bytes: number;
  /** The digest of the sealed bytes: where it is kept. */
  readonly address: string;
}

/** Hands on what it has put into the digest. */
async function* hashed(pieces: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/**
 * Looks at a file that has come, seals it, keeps it and reads it back; or says why it is not taken. Done again after a crash, it
 * leaves the same file under the same address.
 */
export const keepUpload = async (
  { staging, store }: { readonly staging: Staging<unknown>; readonly store: EvidenceStore },
  uuid: string,
  { id, key }: Pick<Sealing, 'id' | 'key'>,
): Promise<Kept | { readonly fault: FileFault }> =>
  staging.reading(uuid, async (plain) => {
    const content = await contentOf(plain);
    if (typeof content === 'string') return { fault: content };
    const sha256 = await sha256Of(piecesOf(plain));
    const hash = createHash('sha256');
    const path = staging.sealedPath(uuid);
    await writeDurably(path, hashed(sealedFile(plain, { id, key, sha256, bytes: plain.size }), hash));
    const address = hash.digest('hex');
    await store.put(address, path);
    if ((await lookAtKept(store, address)) !== 'whole') throw new StoreUnavailable('what was kept is not read back');
    return { ...content, sha256, bytes: plain.size, address };
  });
