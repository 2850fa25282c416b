import type { AnyDecider, CommandDeclaration, Id, Message, StateReader } from '#kernel';
import type { Actor } from './access.js';

/** The entry under which an act is told late. */
export type LateEntryId = Id<'lateEntry'>;

/** An act that lies further back than it may by itself, and the entry that it is told under. */
export interface ToldLate {
  readonly lateEntryId: LateEntryId;
  readonly actor: Actor;
  readonly declared: CommandDeclaration;
  readonly stream: Id;
  readonly occurredAt: string;
  readonly now: string;
}

/** What is asked for in the name of the system so that one act uses an entry once, however often it is tried. */
export interface Use {
  readonly decider: AnyDecider;
  readonly command: Message;
}

/** What the record says of entries of the past that somebody registered and somebody else confirmed. */
export interface LateEntries {
  /** Whether the entry lets the act be dated as it states; undefined where the actor sees no such entry. */
  covers(act: ToldLate, read: StateReader): Promise<boolean | undefined>;
  /** What takes one of the acts that an entry covers; `act` tells it from every other. */
  use(act: string, stream: Id): Use;
}
