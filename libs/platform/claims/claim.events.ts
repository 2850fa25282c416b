import { aTerritoryPath, anId, eventsOf, fact, type EventOf } from '#kernel';
import { z } from 'zod';

/** The id of a thing of any kind; it is not chosen by anybody, but that of the stream that the claim is laid for. */
const anyId = z.string().min(1).max(200);

/** Every fact that a `claim-…` stream can hold. */
export const claimEvents = eventsOf('claim', {
  /** Who may hear of it is kept, because what it was laid for is not there yet. */
  ClaimLaid: fact('Claim laid', '占用登记', {
    by: anyId,
    /** How many events the stream of the claimant held, so that it can be told whether more came. */
    expected: z.int().min(0),
    territoryPath: aTerritoryPath(),
    orgs: z.array(anId('organisation')),
  }),
  /** What it was laid for is not recorded after all. */
  ClaimReleased: fact('Claim released', '占用解除', { by: anyId }),
});

export type ClaimEvent = EventOf<typeof claimEvents>;
