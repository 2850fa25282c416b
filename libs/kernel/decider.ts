import type { Catalogue } from './events.js';
import type { DataOf, Message } from './message.js';
import type { Capacity, Occasion } from './occasion.js';
import type { Owner } from './owner.js';
import type { Role } from './roles.js';
import type { Text } from './text.js';

/** A "no": the broken condition, and where in the command's data it lies. */
export interface Refusal<R extends string = string> {
  readonly refused: R;
  readonly path?: readonly string[];
}

/** A "yes" is a list of events and a "no" is a value; only bugs and broken machines throw. */
export type Decision<E, R extends string> = { readonly events: readonly E[] } | Refusal<R>;

/** Yes, and this is what happened. No events at all means that it was so already. */
export const happened = <E>(...events: readonly E[]) => ({ events });

/** No, because of this condition; `path` leads to the offending field, such as `['clauses', '2', 'due']`. */
export const refused = <R extends string>(code: R, ...path: readonly string[]): Refusal<R> =>
  path.length > 0 ? { refused: code, path } : { refused: code };

/** What a fold may know of the act behind an event. */
export type Act = Capacity & Pick<Occasion, 'occurredAt'>;

/**
 * The rules of one kind of stream. One entry for each command and each event: leave one out and it does not compile.
 * S state, C commands, E events, R refusals, F facts from other streams that the shell reads and hands in.
 */
export interface Decider<S, C extends Message, E extends Message, R extends string, F = unknown> {
  readonly kind: string;
  readonly events: Catalogue;
  /** The sentence for each refusal. */
  readonly refusals: { readonly [K in R]: Text };
  /** The roles that may ask for each command; 'system' never comes from a token. */
  readonly who: { readonly [T in C['type']]: readonly Role[] };
  /** Whose thing the command is about; undefined means that there is no such thing yet, and the answer is "not found". */
  readonly owner: (state: S, command: C, facts: F) => Owner | undefined;
  readonly initial: S;
  readonly decide: {
    readonly [T in C['type']]: (asked: DataOf<C, T>, state: S, on: Occasion, facts: F) => Decision<E, R>;
  };
  readonly evolve: { readonly [T in E['type']]: (state: S, data: DataOf<E, T>, act: Act) => S };
}

/** Any decider, for code that only passes it on. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: entries are contravariant in every parameter
export type AnyDecider = Decider<any, any, any, string, any>;

/** Decides one command on a state. Total and deterministic: the same arguments give the same answer. */
export const decide = <S, C extends Message, E extends Message, R extends string, F>(
  decider: Decider<S, C, E, R, F>,
  command: C,
  { state, on, facts }: { readonly state: S; readonly on: Occasion; readonly facts: F },
): Decision<E, R> => decider.decide[command.type as C['type']](command.data, state, on, facts);

/** The state after one more event. */
export const evolve = <S, C extends Message, E extends Message, R extends string, F>(
  decider: Decider<S, C, E, R, F>,
  state: S,
  event: E,
  act: Act,
): S => decider.evolve[event.type as E['type']](state, event.data, act);
