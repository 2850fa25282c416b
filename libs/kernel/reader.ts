import type { Decider } from './decider.js';
import type { Id } from './ids.js';
import type { Message } from './message.js';

/** Reads the states of other streams, from the log itself, so that a context can say which facts its decisions need. */
export interface StateReader {
  /** The state of another stream, folded by its decider; `initial` when the stream is not there. */
  state<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    stream: Id,
  ): Promise<S>;
  /** The state of another stream as it was at an instant of occurrence: later facts are left out (F2). */
  stateAt<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    stream: Id,
    occurredAt: string,
  ): Promise<S>;
}
