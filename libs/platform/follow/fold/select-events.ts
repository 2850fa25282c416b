import { keysIn, kindOf, type AnyView, type Id, type Message } from '#kernel';
import type { StoredEvent, UnreadEvent } from '#platform/event-store';
import { reasonOf, type Parked } from '../loop/parked.js';
import type { EventReader } from './read-event.js';

/** An event that changes rows of a view. */
export interface SelectedEvent {
  readonly event: StoredEvent;
  readonly message: Message;
  readonly keys: readonly string[];
}

/** Says that a stream waits from this event on. */
export const parkAt = (follower: string, event: Pick<StoredEvent, 'stream' | 'position'>, error: unknown): Parked => ({
  follower,
  stream: event.stream,
  position: event.position,
  error: reasonOf(error),
  why: error,
});

/** What a view has to do with some events: those that change rows, and streams that it cannot read. */
export interface Selection {
  readonly selected: readonly SelectedEvent[];
  readonly parked: readonly Parked[];
}

/** What a view has to fold of these events. A stream that cannot be read is parked; streams in `held` are left alone. */
export const selectEvents = (
  view: AnyView,
  events: readonly UnreadEvent[],
  held: (stream: Id) => boolean,
  reader: EventReader,
): Selection => {
  const selected: SelectedEvent[] = [];
  const parked = new Map<Id, Parked>();
  for (const event of events) {
    if (held(event.stream) || parked.has(event.stream)) continue;
    try {
      const read = reader.for(view, event);
      const keys = read ? keysIn(view, read.message, read.event) : [];
      if (read && keys.length > 0) selected.push({ ...read, keys });
    } catch (error) {
      parked.set(event.stream, parkAt(view.name, event, error));
    }
  }
  return { selected, parked: [...parked.values()] };
};

/** The keys of all rows that these events change. */
export const keysOf = (selected: readonly SelectedEvent[]): ReadonlySet<string> =>
  new Set(selected.flatMap(({ keys }) => keys));

/** Events by the kind of their streams, each kind in order: most views hear one kind. */
export const byKind = (events: readonly UnreadEvent[]): ReadonlyMap<string, readonly UnreadEvent[]> => {
  const kinds = new Map<string, UnreadEvent[]>();
  for (const event of events) {
    const kind = kindOf(event.stream);
    const known = kinds.get(kind);
    if (known) known.push(event);
    else kinds.set(kind, [event]);
  }
  return kinds;
};
