import type { Damage } from './errors.js';
import type { ReadStream, StoredEvent } from './event-store.js';

export type Placed = Pick<StoredEvent, 'stream' | 'revision' | 'position'>;

/**
 * What shows that these are not all events of a stream in a range: it begins at revision 0 and has no hole. Events that are missing at its
 * end leave no trace in it. Pure.
 */
export const historyFlaw = (
  stream: string,
  range: ReadStream,
  events: readonly Placed[],
): Damage | undefined => {
  const step = range.backwards ? -1n : 1n;
  let due = range.backwards ? events[0]?.revision : (range.from ?? 0n);
  for (const event of events) {
    const { revision, position } = event;
    if (event.stream !== stream) return { stream, position, reason: ELSEWHERE };
    if (revision !== due) return { stream, position, reason: standsInstead(revision, due) };
    due = revision + step;
  }
  const last = events.at(-1);
  const isAll = range.backwards && last && events.length < (range.limit ?? Infinity);
  if (!isAll || last.revision === 0n) return undefined;
  return { stream, position: last.position, reason: standsInstead(last.revision, 0n) };
};

const ELSEWHERE = 'holds an event that belongs elsewhere 混入其他事件流的事件';

const standsInstead = (revision: bigint, due: bigint | undefined): string =>
  `has revision ${String(revision)} where ${String(due)} belongs: events are missing 版本 ${String(revision)} 前缺少事件`;
