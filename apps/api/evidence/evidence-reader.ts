import { scopeOf, sees, type Actor } from '#access';
import { evidenceStream, useOf, type StoredEvidence } from '#contexts/evidence';
import { findingStream, type Finding } from '#contexts/findings';
import type { Id } from '#kernel';
import { LogFacts } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import { FileSpoilt, readKept, type EvidenceStore, type Range } from '#platform/evidence-files';
import { KEY_ERASED, type KeyStore } from '#platform/personal-data';
import type { EvidenceCheck } from './evidence-check.js';

interface Parts {
  readonly events: Pick<EventStore, 'readStream'>;
  readonly store: EvidenceStore;
  readonly keys: Pick<KeyStore, 'find'>;
  readonly check: Pick<EvidenceCheck, 'look'>;
}

/** The findings that have a file: of those that laid claim to it, the ones that took it. */
const findingsWith = async (log: LogFacts, id: Id<'evidence'>): Promise<readonly Finding[]> => {
  const laid = await log.claims(useOf(id));
  const states = await Promise.all(laid.map(({ by }) => log.state(findingStream, by)));
  return states.filter((one) => one.is !== 'new').filter(({ evidence }) => evidence.some((file) => file.id === id));
};

/** Gives files to those who may see them. */
export class EvidenceReader {
  constructor(private readonly parts: Parts) {}

  /**
   * A file that this person may see: whoever may see the finding that has it, as both stand now, and until one has it whoever uploaded
   * it. What is not theirs to see is not there.
   */
  async find(id: Id<'evidence'>, actor: Actor): Promise<StoredEvidence | undefined> {
    const log = new LogFacts(this.parts.events);
    const state = await log.state(evidenceStream, id);
    if (state.is === 'new') return undefined;
    const findings = await findingsWith(log, id);
    const isTheirs =
      findings.length > 0
        ? findings.some((one) => sees(scopeOf(actor), findingStream.seenBy(one)))
        : state.uploader === actor.actorId;
    return isTheirs ? state : undefined;
  }

  /** Its bytes, or the code that says why there are none: its key was erased, or is missing. Throws FileSpoilt, and has it quarantined, when it is not as it was kept. */
  async read(
    id: Id<'evidence'>,
    { keyId, ...kept }: StoredEvidence,
    range: Range,
  ): Promise<AsyncIterable<Buffer> | 'EVIDENCE_GONE' | 'KEY_MISSING'> {
    const { store, keys, check } = this.parts;
    const key = await keys.find(keyId);
    if (!key) return 'KEY_MISSING';
    if (key === KEY_ERASED) return 'EVIDENCE_GONE';
    try {
      return await readKept(store, { id, key: key.key, ...kept }, range);
    } catch (error) {
      if (error instanceof FileSpoilt) await check.look(id);
      throw error;
    }
  }
}
