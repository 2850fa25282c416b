import type { Actor } from '#access';
import type { Decider, Id, Message, Occasion, Text } from '#kernel';
import type { Appended, StoredEvent } from '#platform/event-store';
import { Command } from '@nestjs/cqrs';

/** "Recorded", with where it stands in the log, or "refused", with why. */
export type Outcome =
  | { readonly recorded: true; readonly id: Id; readonly position: string; readonly events: Appended['events'] }
  | { readonly recorded: false; readonly code: string; readonly message: Text; readonly path: readonly string[] };

/** Reads other streams for a decision; what it read is remembered, up to the position it had reached. */
export interface FactSource {
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
  events(stream: Id): Promise<readonly StoredEvent[]>;
}

/** "Decide this": one command for one stream. The only class that the command bus has to know. */
export class Decide<S, C extends Message, E extends Message, R extends string, F = undefined> extends Command<Outcome> {
  constructor(
    readonly decider: Decider<S, C, E, R, F>,
    readonly stream: Id,
    readonly command: C,
    readonly as: { readonly actor: Actor; readonly occasion: Occasion },
    readonly facts?: (source: FactSource, command: C) => Promise<F>,
  ) {
    super();
  }
}
