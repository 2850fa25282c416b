import { decode, evolve, type Decider, type Id, type Message, type StateReader } from '#kernel';
import type { EventStore, StoredEvent } from '#platform/event-store';

/** The state that these events of one stream leave behind. */
export const fold = <S, C extends Message, E extends Message, R extends string, F>(
  decider: Decider<S, C, E, R, F>,
  events: readonly StoredEvent[],
): S =>
  events.reduce(
    // The catalogue has just checked the event's type and data: it is one of E.
    (state, event) => evolve(decider, state, decode(decider.events, event) as E, event),
    decider.initial,
  );

/** Facts read from the log itself, so that a decision never rests on a view that is behind. */
export class LogFacts implements StateReader {
  #seen: bigint | undefined;

  constructor(private readonly store: EventStore) {}

  /** The position of the newest event of other streams that was read; undefined when none was. */
  get seen(): bigint | undefined {
    return this.#seen;
  }

  private async events(stream: Id): Promise<readonly StoredEvent[]> {
    const events = await this.store.readStream(stream);
    const last = events.at(-1)?.position;
    if (last !== undefined && (this.#seen === undefined || last > this.#seen)) this.#seen = last;
    return events;
  }

  async state<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    stream: Id,
  ): Promise<S> {
    return fold(decider, await this.events(stream));
  }

  async stateAt<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    stream: Id,
    occurredAt: string,
  ): Promise<S> {
    const events = await this.events(stream);
    return fold(
      decider,
      events.filter((event) => event.occurredAt <= occurredAt),
    );
  }
}
