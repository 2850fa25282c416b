import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { inMemory, sealedFile, type EvidenceStore } from '#platform/evidence-files';
import type { KeyStore } from '#platform/personal-data';
import { samplePicture } from '#sample-world';
import type { Settings } from '../../api/config.js';
import { openEvidenceStore } from '../../api/evidence/evidence-providers.js';

interface Parts {
  readonly store: Pick<EvidenceStore, 'put'>;
  readonly keys: Pick<KeyStore, 'keyFor'>;
  /** Where a file lies until the store takes it; on the same file system. */
  readonly folder: string;
}

/** Keeps the invented photographs of a story as the server keeps files: sealed, each under the digest of its sealed bytes. */
export class SampleFiles {
  private constructor(private readonly parts: Parts) {}

  /** Opens the store of the server's own files; a power cut may take some, and telling the story again brings them back. */
  static async open(
    place: Pick<Settings, 'dataDir' | 'evidenceStore'>,
    keys: Pick<KeyStore, 'keyFor'>,
  ): Promise<SampleFiles> {
    const folder = join(place.dataDir, 'evidence', 'uploads');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new SampleFiles({ store: await openEvidenceStore(place, { passing: true }), keys, folder });
  }

  /** Where a file is kept, and under which key; the same again for the same file. */
  async keep(id: Id<'evidence'>): Promise<{ readonly address: string; readonly keyId: string }> {
    const { store, keys, folder } = this.parts;
    const plain = samplePicture(id);
    const { id: keyId, key } = await keys.keyFor(id);
    const sha256 = createHash('sha256').update(plain).digest('hex');
    const pieces: Buffer[] = [];
    for await (const piece of sealedFile(inMemory(plain), { id, key, sha256, bytes: plain.length })) pieces.push(piece);
    const sealed = Buffer.concat(pieces);
    const address = createHash('sha256').update(sealed).digest('hex');
    const path = join(folder, `${id}.sealed`);
    await writeFile(path, sealed, { mode: 0o600 });
    await store.put(address, path);
    return { address, keyId };
  }
}
