import type { Claimant, ClaimKey, Id, Own, StateReader } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { findingStream } from './finding.evolve.js';
import type { FindingState } from './finding.state.js';

/** What stands around a finding that is to be merged into another. */
export interface Merging {
  readonly self: Id;
  /** The finding that is to count, if it is there for the one who asks. */
  readonly into: FindingState;
  /** A merge that either of the two has a part in is about to be recorded. */
  readonly underWay: boolean;
}

/** What is known of a finding before anybody says into which one it is to be merged. */
export interface Merged {
  /** Others have been merged into this one. */
  readonly hasOthers: boolean;
}

/** Every merge meets the others of the same findings here: of two that come at once, one looks again. */
export const mergeKey = (finding: Id): ClaimKey => ['merge', finding];

const isMergedInto = (finding: Id, { state }: Claimant<FindingState>): boolean =>
  state.is !== 'new' && state.mergedInto === finding;

/** Reads the finding that is to count, and which merges either of the two is in. */
export const aroundMerge = async (
  read: StateReader,
  { intoId }: CommandData<'MergeFinding'>,
  { stream: self }: Own<FindingState>,
): Promise<Merging> => {
  const [into, here, there] = await Promise.all([
    read.state(findingStream, intoId),
    read.claimants(findingStream, mergeKey(self), self),
    read.claimants(findingStream, mergeKey(intoId), self),
  ]);
  return {
    ...{ self, into },
    underWay: [...here, ...there].some((one) => one.underWay),
  };
};

/** Reads whether others have been merged into a finding. */
export const mergedHere = async (read: StateReader, { stream: self }: Own<FindingState>): Promise<Merged> => {
  const here = await read.claimants(findingStream, mergeKey(self), self);
  return { hasOthers: here.some((one) => isMergedInto(self, one)) };
};
