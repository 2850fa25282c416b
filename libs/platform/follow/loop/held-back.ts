import { UnreadableEvent, type After, type EventStore, type StoredEvent } from '#platform/event-store';
import type { Parked } from './parked.js';
import { isPast } from './position.js';

/** The events that a parked stream holds back from a follower that stands here; undefined while what is stored of it cannot be read. */
export const heldBack = async (
  events: Pick<EventStore, 'readStream'>,
  { stream, position }: Pick<Parked, 'stream' | 'position'>,
  at: After,
): Promise<readonly StoredEvent[] | undefined> => {
  try {
    const all = await events.readStream(stream);
    return all.filter((event) => event.position >= position && isPast(at, event.position));
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined;
    throw error;
  }
};
