import type { Claimant, ClaimKey, LaidClaim } from './claims.js';
import type { Catalogue } from './events.js';
import type { Id } from './ids.js';
import type { DataOf, Message } from './message.js';
import type { Act } from './occasion.js';
import type { SeenBy } from './owner.js';

/** That a thing holds no longer: in one word why, and what took its place. */
export interface Ending {
  readonly because: string;
  readonly successorId?: Id;
}

/** What is needed to read the state of a stream of any events. */
export interface Foldable<S> {
  readonly kind: string;
  readonly events: Catalogue;
  readonly initial: S;
  readonly evolve: Readonly<Record<string, (state: S, data: never, act: Act) => S>>;
  /** Who may see a stream in this state; undefined when there is no such thing. The same as the view that stands for its kind says. */
  readonly seenBy: (state: S) => SeenBy | undefined;
  /** By which names others point at its parts, such as clauses; left out where nobody does. */
  readonly namesOf?: (state: S) => readonly string[];
  /** How it came to an end that others must know of; left out where nobody has to. */
  readonly endingOf?: (state: S) => Ending | undefined;
}

/** How a stream of one kind is folded: one entry for each event. It stands apart from the rules, so that others can read its state. */
export interface Stream<S, E extends Message> {
  readonly kind: string;
  readonly events: Catalogue;
  readonly initial: S;
  readonly evolve: { readonly [T in E['type']]: (state: S, data: DataOf<E, T>, act: Act) => S };
  /** Who may see a stream in this state; undefined when there is no such thing. The same as the view that stands for its kind says. */
  readonly seenBy: (state: S) => SeenBy | undefined;
  /** By which names others point at its parts, such as clauses; left out where nobody does. */
  readonly namesOf?: (state: S) => readonly string[];
  /** How it came to an end that others must know of; left out where nobody has to. */
  readonly endingOf?: (state: S) => Ending | undefined;
}

/** Where the states of streams are: the log itself, or a world in memory. */
export interface StateSource {
  /** The state of a stream; `initial` when the stream is not there. */
  state<S>(of: Foldable<S>, stream: Id): Promise<S>;
  /** Who has laid a claim; left out where nobody lays any. */
  claims?(key: ClaimKey): Promise<readonly LaidClaim[]>;
  /** Hears that whoever decides sees this stream, so that what it leads to may be read along; never of one that they do not see. */
  shown?(stream: Id): void;
}

/** Reads the states of other streams, from the log itself, for the facts that a decision needs. */
export interface StateReader {
  /** The state of another stream as the actor may see it; `initial` when the stream is not there or not theirs to see. */
  state<S>(of: Foldable<S>, stream: Id): Promise<S>;
  /**
   * The state of another stream, whoever may see it: for a rule that must look behind what the actor sees. What is found this way
   * may lead to a yes or a no about something that they do see; it is never part of an answer.
   */
  behind<S>(of: Foldable<S>, stream: Id): Promise<S>;
  /** How a thing of whatever kind came to its end, by its own record, whoever may see it; undefined while it has not. */
  ending(stream: Id): Promise<Ending | undefined>;
  /** Who else has laid a claim, of those whom the actor may see, with what has become of them. */
  claimants<S>(of: Foldable<S>, key: ClaimKey, own: Id): Promise<readonly Claimant<S>[]>;
  /** Who else has laid a claim, whoever may see them: like `behind`, for a yes or a no, and never part of an answer. */
  claimedBy(key: ClaimKey, own: Id): Promise<readonly Id[]>;
}

/** Every kind of stream there is, by its name. */
export type Streams = ReadonlyMap<string, Foldable<unknown>>;

/** The stream that a command is about, and its state, read once however many ask. */
export interface Own<S> {
  readonly stream: Id;
  /** The present moment, where the act may be dated back: some things must be so then and now. */
  readonly now?: string;
  state(): Promise<S>;
}
