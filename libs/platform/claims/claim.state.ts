import { idOf, type Id, type LaidClaim, type Owner, type SeenBy, type Stream, type ClaimKey } from '#kernel';
import { uuidV5 } from '#platform/event-store';
import { claimEvents, type ClaimEvent } from './claim.events.js';

const CLAIMS = '5a1f6b0e-3c57-4d0e-9a54-51fa46000004';

/** The stream of everybody who lays this claim: it follows from the words, so that all of them meet there. */
export const claimId = (key: ClaimKey): Id<'claim'> => idOf('claim', uuidV5(JSON.stringify(key), CLAIMS));

/** Where a claim lies, as it is written: what everybody may hear of lies nowhere in particular and is no body's. */
export const placeOf = (seenBy: SeenBy): Pick<Owner, 'territory' | 'orgs'> =>
  seenBy === 'everybody' ? { territory: '', orgs: [] } : seenBy;

const seenIn = (place: Pick<Owner, 'territory' | 'orgs'>): SeenBy =>
  place.territory === '' && place.orgs.length === 0 ? 'everybody' : place;

/** A claim, and what tells whether it has been made good. */
export interface Laid extends Omit<LaidClaim, 'underWay'> {
  readonly expected: number;
  readonly recordedAt: string;
}

/** The newest claim of each claimant: the one that counts. */
export const standingIn = <C extends Pick<Laid, 'by'>>(laid: readonly C[]): readonly C[] => [
  ...new Map(laid.map((claim) => [claim.by, claim])).values(),
];

const withoutLast = (laid: readonly Laid[], by: string): readonly Laid[] => {
  const last = laid.findLastIndex((one) => one.by === by);
  return laid.filter((_, index) => index !== last);
};

/**
 * How claims are folded. Whoever lays one again, to correct what they recorded, and then does not, still has the one from before: each
 * release takes back one. Nobody sees claims; they are part of decisions alone.
 */
export const claimStream: Stream<readonly Laid[], ClaimEvent> = {
  kind: 'claim',
  events: claimEvents,
  initial: [],
  seenBy: () => undefined,
  evolve: {
    ClaimLaid: (before, { by, expected, territoryPath: territory, orgs }, { occurredAt, recordedAt }) => [
      ...before,
      // It was written as the id of a stream.
      { by: by as Id, expected, seenBy: seenIn({ territory, orgs }), occurredAt, recordedAt },
    ],
    ClaimReleased: (before, { by }) => withoutLast(before, by),
  },
};
