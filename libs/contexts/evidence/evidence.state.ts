import type { ClaimKey, DataOf, Id, Stream } from '#kernel';
import { minutesAfter } from '#time';
import { evidenceEvents, type EvidenceEvent } from './evidence.events.js';

/** A file that was kept, as rules need to know it. */
export interface StoredEvidence extends Pick<
  DataOf<EvidenceEvent, 'EvidenceStored'>,
  'sha256' | 'bytes' | 'mediaType' | 'address' | 'keyId'
> {
  readonly is: 'stored' | 'quarantined' | 'discarded';
  readonly uploader: Id<'person'> | Id<'system'>;
  /** The body that it was uploaded for. */
  readonly orgId?: Id<'organisation'>;
  readonly recordedAt: string;
}

export type EvidenceState = { readonly is: 'new' } | StoredEvidence;

const turned = (state: EvidenceState, is: StoredEvidence['is']): EvidenceState =>
  state.is === 'new' ? state : { ...state, is };

/** Whatever takes a file lays claim to it: one thing has it, and no file that something has is discarded. */
export const useOf = (id: Id<'evidence'>): ClaimKey => ['evidence.use', id];

const DAY_MINUTES = 24 * 60;
/** A file that nothing has taken by then is not taken any more. */
const TAKEN_WITHIN = 29 * DAY_MINUTES;
/** A day later it is discarded: whoever takes one at the last moment is done by then. */
const DISCARDED_AFTER = TAKEN_WITHIN + DAY_MINUTES;

/** Until when a file can be taken. */
export const takenUntil = ({ recordedAt }: Pick<StoredEvidence, 'recordedAt'>): string =>
  minutesAfter(recordedAt, TAKEN_WITHIN);

/** From when on a file that nothing has taken is discarded. */
export const discardedFrom = ({ recordedAt }: Pick<StoredEvidence, 'recordedAt'>): string =>
  minutesAfter(recordedAt, DISCARDED_AFTER);

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
    EvidenceStored: (_, { sha256, bytes, mediaType, address, keyId }, { actorId: uploader, orgId, recordedAt }) => ({
      is: 'stored',
      ...{ sha256, bytes, mediaType, address, keyId, uploader, recordedAt },
      ...(orgId && { orgId }),
    }),
    EvidenceQuarantined: (state) => turned(state, 'quarantined'),
    EvidenceRestored: (state) => turned(state, 'stored'),
    EvidenceDiscarded: (state) => turned(state, 'discarded'),
  },
};
