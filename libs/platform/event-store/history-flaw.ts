import type { Damage } from './errors.js';
import type { ReadStream, StoredEvent } from './event-store.js';

export type Placed = Pick<StoredEvent, 'stream' | 'revision' | 'position'>;

/**
 * What shows that these are not all events of a stream in a range: it begins at revision 0 and has no hole. Events that are missing at its
 * end leave no trace in it. Pure.
 */
export const historyFlaw = (stream: string, range: ReadStream, events: readonly Placed[]): Damage | undefined => {
  const [step, first] = range.backwards ? [-1n, events[0]?.revision ?? 0n] : [1n, range.from ?? 0n];
  for (const [index, event] of events.entries()) {
    const reason = placeFlaw(stream, event, first + step * BigInt(index));
    if (reason !== undefined) return { stream, position: event.position, reason };
  }
  return range.backwards ? beginningFlaw(stream, range, events) : undefined;
};

const placeFlaw = (stream: string, event: Placed, due: bigint): string | undefined => {
  if (event.stream !== stream) return ELSEWHERE;
  return event.revision === due ? undefined : standsInstead(event.revision, due);
};

/** Whoever reads backwards past the beginning has to come to revision 0. */
const beginningFlaw = (stream: string, { limit = Infinity }: ReadStream, events: readonly Placed[]) => {
  const first = events.at(-1);
  if (!first || first.revision === 0n || events.length >= limit) return undefined;
  return { stream, position: first.position, reason: standsInstead(first.revision, 0n) };
};

const ELSEWHERE = 'holds an event that belongs elsewhere 混入其他事件流的事件';

const standsInstead = (revision: bigint, due: bigint): string =>
  `has revision ${String(revision)} where ${String(due)} belongs: events are missing 版本 ${String(revision)} 前缺少事件`;
