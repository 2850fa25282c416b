import { idOf, type Id, type LaidClaim, type Stream, type ClaimKey } from '#kernel';
import { uuidV5 } from '#platform/event-store';
import { claimEvents, type ClaimEvent } from './claim.events.js';

const CLAIMS = '5a1f6b0e-3c57-4d0e-9a54-51fa46000004';

/** The stream of everybody who lays this claim: it follows from the words, so that all of them meet there. */
export const claimId = (key: ClaimKey): Id<'claim'> => idOf('claim', uuidV5(JSON.stringify(key), CLAIMS));

/** A claim, and what tells whether it has been made good. */
export interface Laid extends Omit<LaidClaim, 'underWay'> {
  readonly expected: number;
  readonly recordedAt: string;
}

/** How claims are folded: the newest of each claimant counts. Nobody sees them; they are part of decisions alone. */
export const claimStream: Stream<readonly Laid[], ClaimEvent> = {
  kind: 'claim',
  events: claimEvents,
  initial: [],
  seenBy: () => undefined,
  evolve: {
    ClaimLaid: (before, { by, expected, territoryPath: territory, orgs }, { occurredAt, recordedAt }) => [
      ...before.filter((one) => one.by !== by),
      // It was written as the id of a stream.
      { by: by as Id, expected, seenBy: { territory, orgs }, occurredAt, recordedAt },
    ],
    ClaimReleased: (before, { by }) => before.filter((one) => one.by !== by),
  },
};
