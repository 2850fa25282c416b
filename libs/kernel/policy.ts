import type { AnyDecider } from './decider.js';
import type { Id } from './ids.js';
import type { DataOf, Message } from './message.js';
import type { Happening } from './occasion.js';
import type { Rights } from './right.js';

/** A command that a policy asks for elsewhere. */
export interface Ask<C extends Message = Message> {
  readonly decider: AnyDecider;
  readonly stream: Id;
  readonly command: C;
}

/**
 * A reaction: an event asks for commands elsewhere. Pure and repeatable: the shell derives each command's id from the event, so
 * asking twice changes nothing. `S` is the state of the event's own stream, right after it.
 */
export interface Policy<E extends Message = Message, S = unknown> {
  readonly name: string;
  /** Whose events it reacts to; their state is folded with this decider. */
  readonly of: AnyDecider;
  /**
   * Whose commands it may ask for: all deciders that occur in its asks, and no other. Readers wait for a policy only where these
   * write to what they read.
   */
  readonly asks: readonly AnyDecider[];
  /** By which right it writes; whatever is registered declares it, and asks for nothing else. */
  readonly rights?: Rights;
  readonly on: { readonly [T in E['type']]?: (data: DataOf<E, T>, state: S, at: Happening) => readonly Ask[] };
}

/** Any policy, for code that only runs it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: reactions are contravariant in data and state
export type AnyPolicy = Policy<any, any>;
