import type { Catalogue } from './events.js';
import type { Id } from './ids.js';
import type { DataOf, Message } from './message.js';
import type { Act } from './occasion.js';

/** What is needed to read the state of a stream of any events. */
export interface Foldable<S> {
  readonly kind: string;
  readonly events: Catalogue;
  readonly initial: S;
  readonly evolve: Readonly<Record<string, (state: S, data: never, act: Act) => S>>;
}

/** How a stream of one kind is folded: one entry for each event. It stands apart from the rules, so that others can read its state. */
export interface Stream<S, E extends Message> {
  readonly kind: string;
  readonly events: Catalogue;
  readonly initial: S;
  readonly evolve: { readonly [T in E['type']]: (state: S, data: DataOf<E, T>, act: Act) => S };
}

/** Reads the states of other streams, from the log itself, for the facts that a decision needs. */
export interface StateReader {
  /** The state of another stream; `initial` when the stream is not there. */
  state<S>(of: Foldable<S>, stream: Id): Promise<S>;
}
