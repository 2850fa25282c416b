import { eventsOf, fact, oneOf, personal, type EventOf } from '#kernel';
import { z } from 'zod';
import { EVIDENCE_FLAWS } from './evidence.words.js';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Every fact that an `evidence-…` stream can hold: one file, from when it was kept. */
export const evidenceEvents = eventsOf('evidence', {
  EvidenceStored: fact('Evidence stored', '证据固证', {
    /** Of the bytes as they were sent. */
    sha256: digest,
    bytes: z.int().min(1),
    /** As its bytes say, whatever it was called. */
    mediaType: z.string().min(1),
    /** Of the bytes as they are kept, sealed: where they are. */
    address: digest,
    /** The key of personal data that it is sealed under: with it, the file is gone. */
    keyId: z.uuid(),
    /** What whoever sent it called it, and when and where the file itself says it was taken: claims, all of them. */
    name: personal().optional(),
    takenAt: personal().optional(),
    takenWhere: personal().optional(),
  }),
  /** It was looked at and found otherwise than it was kept. */
  EvidenceQuarantined: fact('Evidence quarantined', '证据隔离', { flaw: oneOf(EVIDENCE_FLAWS.words) }),
  /** It was looked at again and found whole: somebody brought it back. */
  EvidenceRestored: fact('Evidence found whole again', '证据恢复', {}),
  /** Nothing ever took it, and it is gone. */
  EvidenceDiscarded: fact('Evidence discarded', '证据清除', {}),
});

export type EvidenceEvent = EventOf<typeof evidenceEvents>;
