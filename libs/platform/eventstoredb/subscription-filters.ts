import {
  eventTypeFilter,
  streamNameFilter,
  type AllStreamSubscription,
  type Filter,
  type Position,
} from '@eventstore/db-client';

/** Every stream of the system begins with `$`, ours that are no business of readers with `_`. */
const READERS_STREAMS = '^[^$_]';
/** How the server and its tools write down that events of a stream are kept back, or that it ends. */
const ENDS = '^[$](metadata|streamDeleted)$';
/** A subscription tells where it is at least every so many events, also when none of them is for us. */
const CHECKPOINT_EVENTS = 1_000;

/** Told where a subscription is. */
export type Passed = (at: Position) => void;

const checkpoints = (passed: Passed) => ({
  maxSearchWindow: CHECKPOINT_EVENTS,
  checkpointInterval: 1,
  // A rejection here would end the subscription without a word (kurrentdb.md 2, row 6): nothing in it can fail.
  checkpointReached: (_: AllStreamSubscription, at: Position) => {
    passed(at);
  },
});

/** The streams that are for readers; `passed` is told checkpoints. */
export const forReaders = (passed: Passed): Filter =>
  streamNameFilter({ regex: READERS_STREAMS, ...checkpoints(passed) });

/** What is said about the life of streams, in the log of all of them. */
export const ofEnds = (passed: Passed): Filter => eventTypeFilter({ regex: ENDS, ...checkpoints(passed) });
