import type { Actor } from '#access';
import { evidenceStream, type StoredEvidence } from '#contexts/evidence';
import type { Id } from '#kernel';
import { LogFacts } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import { FileSpoilt, readKept, type EvidenceStore, type Range } from '#platform/evidence-files';
import type { KeyStore } from '#platform/personal-data';
import type { EvidenceCheck } from './evidence-check.js';

interface Parts {
  readonly events: Pick<EventStore, 'readStream'>;
  readonly store: EvidenceStore;
  readonly keys: Pick<KeyStore, 'find'>;
  readonly check: Pick<EvidenceCheck, 'look'>;
}

/** Gives files to those who may see them. */
export class EvidenceReader {
  constructor(private readonly parts: Parts) {}

  /** A file that this person may see: their own. What is not theirs to see is not there. */
  async find(id: Id<'evidence'>, { actorId }: Pick<Actor, 'actorId'>): Promise<StoredEvidence | undefined> {
    const state = await new LogFacts(this.parts.events).state(evidenceStream, id);
    return state.is !== 'new' && state.uploader === actorId ? state : undefined;
  }

  /** Its bytes; undefined where its key is gone. Throws FileSpoilt, and has it quarantined, when it is not as it was kept. */
  async read(
    id: Id<'evidence'>,
    { keyId, ...kept }: StoredEvidence,
    range: Range,
  ): Promise<AsyncIterable<Buffer> | undefined> {
    const { store, keys, check } = this.parts;
    const key = await keys.find(keyId);
    if (!key) return undefined;
    try {
      return await readKept(store, { id, key: key.key, ...kept }, range);
    } catch (error) {
      if (error instanceof FileSpoilt) await check.look(id);
      throw error;
    }
  }
}
