import type { AnyDecider } from './decider.js';
import type { DataOf, Message } from './message.js';
import type { Happening } from './occasion.js';
import type { Ask } from './policy.js';
import type { Stream } from './reader.js';
import type { Rights } from './right.js';

/** A command that is asked for at a moment. The same key of the same stream again replaces it. */
export interface Due {
  readonly key: string;
  /** When it is due: ISO 8601, UTC, milliseconds. It counts as having happened then, however late it is asked. */
  readonly at: string;
  readonly ask: Ask;
}

/**
 * A reaction to time: events say what is due when, and later events of the same stream take it back. Pure and repeatable: the shell
 * derives the command's id from timer, stream, key and moment, so that asking twice changes nothing. `S` is the state of the stream
 * right after the event.
 */
export interface Timer<S, E extends Message> {
  readonly name: string;
  /** Whose events set and cancel it. */
  readonly of: Stream<S, E>;
  /** Whose commands it may ask for; as for a policy. */
  readonly asks: readonly AnyDecider[];
  /** By which right it writes; whatever is registered declares it, and asks for nothing else. */
  readonly rights?: Rights;
  /** What an event makes due. */
  readonly due: { readonly [T in E['type']]?: (data: DataOf<E, T>, state: S, at: Happening) => readonly Due[] };
  /** The keys that an event takes back. */
  readonly cancels: { readonly [T in E['type']]?: (data: DataOf<E, T>, state: S, at: Happening) => readonly string[] };
}

/** Any timer, for code that only runs it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: entries are contravariant in data and state
export type AnyTimer = Timer<any, any>;
