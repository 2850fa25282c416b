import type { Id } from '#kernel';
import { UnreadableEvent } from './errors.js';
import type { StoredEvent, UnreadEvent } from './event-store.js';

/** An event that is parsed and checked when it is first read; whoever reads it again gets the same one. */
export class Unread implements UnreadEvent {
  #event: StoredEvent | undefined;

  constructor(
    readonly position: bigint,
    readonly stream: Id,
    readonly type: string,
    readonly bytes: number,
    private readonly parse: () => StoredEvent,
  ) {}

  read(): StoredEvent {
    return (this.#event ??= this.own(this.parse()));
  }

  private own(event: StoredEvent): StoredEvent {
    if (event.stream === this.stream && event.type === this.type) return event;
    throw new UnreadableEvent(this.position, new Error('its entry belongs elsewhere'));
  }
}

/** An event that was read before, for whoever takes unread ones. */
export const asUnread = (event: StoredEvent): UnreadEvent => {
  const { position, stream, type, entry } = event;
  return { position, stream, type, bytes: entry.length + JSON.stringify(event.data).length, read: () => event };
};
