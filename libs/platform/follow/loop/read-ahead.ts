import type { After, EventStore, UnreadEvent } from '#platform/event-store';

type Events = readonly UnreadEvent[];

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

/** How much one batch should hold, in bytes as they are stored: one is read, one folded and one stored at the same time. */
const BYTES = 4 * 1024 * 1024;
/** How many events the first batch has, of whose size nothing is known yet. */
const FIRST = 200;

/** Reads the log batch by batch; the next one is on its way while somebody works on this one. Batches of large events are short. */
export class ReadAhead {
  #next: Reading | undefined;
  #limit: number;

  constructor(
    private readonly log: Pick<EventStore, 'scan'>,
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
      this.#limit = Math.max(1, Math.min(this.most, Math.floor(BYTES / mean(events))));
      this.#next = this.read(last.position);
      // Reported when it is asked for; until then nobody listens.
      this.#next.events.catch(() => undefined);
    }
    return { events, isEnd };
  }

  private read(after: After): Reading {
    const limit = this.#limit;
    return { after, limit, events: this.log.scan({ after, limit }) };
  }
}

/** How many bytes one of these has. */
const mean = (events: Events): number => events.reduce((sum, { bytes }) => sum + bytes, 0) / events.length;
