import type { Id } from '#kernel';
import { failureLine } from '#platform/telemetry';

/** A stream that a view or a policy cannot get past; its later events wait, those of other streams do not. */
export interface Parked {
  /** A view's name, or a policy's. */
  readonly follower: string;
  readonly stream: Id;
  /** Of the first event that is held back. */
  readonly position: bigint;
  readonly error: string;
  /** What was thrown, where that was just now: it is told to the process's log, and not kept. */
  readonly why?: unknown;
}

/** What the process's log says of a stream that waits from now on. */
export const nowWaits = ({ follower, stream, position, why }: Parked) => ({
  ...{ follower, stream, position: String(position), error: why },
});

/** One entry for each stream: the one that lies nearest to the start. */
export const earliest = (all: readonly Parked[]): readonly Parked[] => {
  const first = new Map<Id, Parked>();
  for (const one of all) {
    const other = first.get(one.stream);
    if (!other || one.position < other.position) first.set(one.stream, one);
  }
  return [...first.values()];
};

/** What is kept of an error: its name and message on one line, never data of the event. */
export const reasonOf = (error: unknown): string => failureLine(error).replaceAll('\0', '');
