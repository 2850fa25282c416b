import { decode, foldOf, sourceOf, UnknownEvent, type AnyView, type Catalogue, type Message } from '#kernel';
import type { StoredEvent, UnreadEvent } from '#platform/event-store';
import { locate } from '#platform/personal-data';

/** An event as a view reads it. */
export interface ReadEvent {
  readonly event: StoredEvent;
  /** In its newest shape, checked, its sealed fields carrying their place. */
  readonly message: Message;
}

/** Reads events for views: each once for all of them, and none that no view cares for. */
export class EventReader {
  readonly #read = new Map<UnreadEvent, ReadEvent>();

  /** Undefined when the view does not care. Throws when this build cannot read the event. */
  for(view: AnyView, unread: UnreadEvent): ReadEvent | undefined {
    const source = sourceOf(view, unread.stream);
    if (!source) return undefined;
    const fold = foldOf(view, unread);
    if (fold === 'ignore') return undefined;
    const read = this.read(source, unread);
    if (!fold) throw new UnknownEvent(read.event.type, read.event.schemaVersion);
    return read;
  }

  private read(of: Catalogue, unread: UnreadEvent): ReadEvent {
    const known = this.#read.get(unread);
    if (known) return known;
    const event = unread.read();
    const { type, schemaVersion } = event;
    const read = { event, message: decode(of, { type, schemaVersion, data: locate(event) }) };
    this.#read.set(unread, read);
    return read;
  }
}
