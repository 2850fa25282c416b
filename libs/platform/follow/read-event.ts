import { decode, kindOf, UnknownEvent, type AnyView, type Catalogue, type Message } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { locate } from '#platform/personal-data';

/** Events as views read them: newest shape, checked, sealed fields carrying their place. Each is read once for all views. */
export class EventReader {
  readonly #read = new Map<StoredEvent, Message>();

  /** Undefined when the view does not care. Throws when this build cannot read the event. */
  for(view: AnyView, event: StoredEvent): Message | undefined {
    if (kindOf(event.stream) !== view.of.kind) return undefined;
    const fold = Object.hasOwn(view.on, event.type) ? view.on[event.type] : undefined;
    if (fold === 'ignore') return undefined;
    const message = this.message(view.of, event);
    if (!fold) throw new UnknownEvent(event.type, event.schemaVersion);
    return message;
  }

  private message(of: Catalogue, event: StoredEvent): Message {
    const known = this.#read.get(event);
    if (known) return known;
    const { type, schemaVersion } = event;
    const message = decode(of, { type, schemaVersion, data: locate(event) });
    this.#read.set(event, message);
    return message;
  }
}
