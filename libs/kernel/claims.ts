import type { Id } from './ids.js';
import type { SeenBy } from './owner.js';

/** What only one can have, or what two should not say without knowing of each other, in words: what it is about comes first. */
export type ClaimKey = readonly string[];

/** Laid in the log before something is recorded: of two who come at the same moment, the second finds the first. */
export interface Claim {
  readonly key: ClaimKey;
  /** Who may hear of it while what it was laid for is not recorded yet. */
  readonly seenBy: SeenBy;
}

/** A claim as the log has it. */
export interface LaidClaim {
  readonly by: Id;
  readonly seenBy: SeenBy;
  /** When that is said to have happened which it was laid for. */
  readonly occurredAt: string;
  /** What it was laid for is not recorded yet, and may be at any moment. */
  readonly underWay: boolean;
}

/** Somebody else who has laid the claim, as far as the actor may see them. */
export interface Claimant<S> extends Omit<LaidClaim, 'seenBy'> {
  /** What has become of it since; the initial state while it is not there yet. */
  readonly state: S;
}
