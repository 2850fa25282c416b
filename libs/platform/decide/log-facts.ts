import { decode, evolve, type AnyDecider, type Decider, type Id, type Message, type StateReader } from '#kernel';
import type { EventStore, StoredEvent } from '#platform/event-store';

/** States of lists that several decisions were handed at the same time: places and organisations, which many ask about. */
const states = new WeakMap<readonly StoredEvent[], { readonly of: AnyDecider; readonly state: unknown }>();

/** The state that these events of one stream leave behind; each list is folded once. */
export const fold = <S, C extends Message, E extends Message, R extends string, F>(
  decider: Decider<S, C, E, R, F>,
  events: readonly StoredEvent[],
): S => {
  const known = states.get(events);
  // What this decider made of it before.
  if (known?.of === decider) return known.state as S;
  const state = folded(decider, events);
  states.set(events, { of: decider, state });
  return state;
};

const folded = <S, C extends Message, E extends Message, R extends string, F>(
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
