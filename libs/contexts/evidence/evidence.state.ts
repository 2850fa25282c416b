import type { DataOf, Id, Stream } from '#kernel';
import { evidenceEvents, type EvidenceEvent } from './evidence.events.js';

/** A file that was kept, as rules need to know it. */
export interface StoredEvidence extends Pick<
  DataOf<EvidenceEvent, 'EvidenceStored'>,
  'sha256' | 'bytes' | 'mediaType' | 'address' | 'keyId'
> {
  readonly is: 'stored' | 'quarantined' | 'discarded';
  readonly uploader: Id<'person'> | Id<'system'>;
  readonly recordedAt: string;
}

export type EvidenceState = { readonly is: 'new' } | StoredEvidence;

const turned = (state: EvidenceState, is: StoredEvidence['is']): EvidenceState =>
  state.is === 'new' ? state : { ...state, is };

/**
 * How evidence is folded. Whom a file is shown to depends on what took it, which its own stream does not know: by itself it is in
 * sight of nobody but the system.
 */
export const evidenceStream: Stream<EvidenceState, EvidenceEvent> = {
  kind: 'evidence',
  events: evidenceEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : { territory: '', orgs: [] }),
  evolve: {
    EvidenceStored: (_, { sha256, bytes, mediaType, address, keyId }, { actorId: uploader, recordedAt }) => ({
      is: 'stored',
      ...{ sha256, bytes, mediaType, address, keyId, uploader, recordedAt },
    }),
    EvidenceQuarantined: (state) => turned(state, 'quarantined'),
    EvidenceRestored: (state) => turned(state, 'stored'),
    EvidenceDiscarded: (state) => turned(state, 'discarded'),
  },
};
