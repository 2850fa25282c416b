import type { After, EventStore, StoredEvent } from '#platform/event-store';

type Events = readonly StoredEvent[];

/** A batch, and whether the log ended with it. */
export interface Ahead {
  readonly events: Events;
  readonly isEnd: boolean;
}

interface Reading {
  readonly after: After;
  readonly limit: number;
  readonly events: Promise<Events>;
}

/** How much one batch should hold, in bytes of JSON: one is read, one folded and one stored at the same time. */
const BYTES = 4 * 1024 * 1024;
/** Of an event beside its payload. */
const ENTRY_BYTES = 1_024;
/** Nothing is known of the first batch. */
const FIRST = 200;
const SAMPLES = 20;

/** Reads the log batch by batch; the next one is on its way while somebody works on this one. Batches of large events are short. */
export class ReadAhead {
  #next: Reading | undefined;
  #limit: number;

  constructor(
    private readonly log: Pick<EventStore, 'readAll'>,
    private readonly most: number,
  ) {
    this.#limit = Math.min(FIRST, most);
  }

  /** The events after a place. */
  async after(place: After): Promise<Ahead> {
    const reading = this.#next?.after === place ? this.#next : this.read(place);
    this.#next = undefined;
    const events = await reading.events;
    const last = events.at(-1);
    const isEnd = events.length < reading.limit;
    // At the end of the log there is nothing to read ahead, and what comes later must not be missed.
    if (last && !isEnd) {
      this.#limit = Math.max(1, Math.min(this.most, Math.floor(BYTES / bytesOf(events))));
      this.#next = this.read(last.position);
      // Reported when it is asked for; until then nobody listens.
      this.#next.events.catch(() => undefined);
    }
    return { events, isEnd };
  }

  private read(after: After): Reading {
    const limit = this.#limit;
    return { after, limit, events: this.log.readAll({ after, limit }) };
  }
}

/** About how many bytes one of these has, from a few of them. */
const bytesOf = (events: Events): number => {
  const every = Math.ceil(events.length / SAMPLES);
  const some = events.filter((_, index) => index % every === 0);
  return ENTRY_BYTES + some.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0) / some.length;
};
