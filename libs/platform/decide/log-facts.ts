import type { Foldable, Id, StateSource } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { StreamStates } from './stream-states.js';

/** Facts read from the log itself, so that a decision never rests on a view that is behind. */
export class LogFacts implements StateSource {
  #seen: bigint | undefined;

  constructor(
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly states = new StreamStates(),
  ) {}

  /** The position of the newest event of other streams that was read; undefined when none was. */
  get seen(): bigint | undefined {
    return this.#seen;
  }

  async state<S>(of: Foldable<S>, stream: Id): Promise<S> {
    const events = await this.store.readStream(stream);
    const last = events.at(-1)?.position;
    if (last !== undefined && (this.#seen === undefined || last > this.#seen)) this.#seen = last;
    return this.states.fold(of, stream, events);
  }
}
