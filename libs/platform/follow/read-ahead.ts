import type { After, EventStore, StoredEvent } from '#platform/event-store';

type Events = readonly StoredEvent[];

/** Reads the log batch by batch; the next one is on its way while somebody works on this one. */
export class ReadAhead {
  #next: { readonly after: After; readonly events: Promise<Events> } | undefined;

  constructor(
    private readonly log: Pick<EventStore, 'readAll'>,
    private readonly limit: number,
  ) {}

  /** The events after a place, up to the limit; fewer only at the end of the log. */
  async after(place: After): Promise<Events> {
    const known = this.#next?.after === place ? this.#next.events : undefined;
    this.#next = undefined;
    const events = await (known ?? this.read(place));
    const last = events.at(-1);
    // At the end of the log there is nothing to read ahead, and what comes later must not be missed.
    if (last && events.length === this.limit) {
      this.#next = { after: last.position, events: this.read(last.position) };
      // Reported when it is asked for; until then nobody listens.
      this.#next.events.catch(() => undefined);
    }
    return events;
  }

  private read(after: After): Promise<Events> {
    return this.log.readAll({ after, limit: this.limit });
  }
}
