import type { Actor } from '#access';
import type { Decider, Id, Message, NoFacts, SentOccasion, StateReader, Text } from '#kernel';
import type { Appended } from '#platform/event-store';
import { Command } from '@nestjs/cqrs';

/** A "no", as it is told. */
export interface ToldNo {
  readonly recorded: false;
  readonly code: string;
  readonly message: Text;
  readonly path: readonly string[];
  readonly others?: readonly Id[];
}

/** "Recorded", with where it stands in the log, or "refused", with why. */
export type Outcome =
  { readonly recorded: true; readonly id: Id; readonly position: string; readonly events: Appended['events'] } | ToldNo;

/** Finds the stream of a command by something that the command names, as far as the actor may see that. */
export type FindStream = (read: StateReader) => Promise<Id>;

/** "Decide this": one command for one stream. The only class that the command bus has to know. */
export class Decide<
  S,
  C extends Message,
  E extends Message,
  R extends string,
  F extends object = NoFacts,
> extends Command<Outcome> {
  constructor(
    readonly decider: Decider<S, C, E, R, F>,
    readonly stream: Id | FindStream,
    readonly command: NoInfer<C>,
    readonly as: {
      readonly actor: Actor;
      readonly occasion: SentOccasion;
      /** The entry under which it is told late. */
      readonly lateEntryId?: Id<'lateEntry'> | undefined;
    },
  ) {
    super();
  }
}
