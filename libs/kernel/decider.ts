import type { Bars } from './bars.js';
import type { Claim } from './claims.js';
import type { CommandDeclaration, Commands } from './command.js';
import type { DataOf, Message } from './message.js';
import type { Act, Occasion } from './occasion.js';
import type { Owner } from './owner.js';
import type { Own, StateReader, Stream } from './reader.js';
import type { Refusal } from './refusal.js';
import type { Text } from './text.js';

/** What happened, and what has to be laid claim to before it is recorded. */
interface Happened<E> {
  readonly events: readonly E[];
  readonly claims?: readonly Claim[];
}

/** A "yes" is a list of events and a "no" is a value; only bugs and broken machines throw. */
export type Decision<E, R extends string> = Happened<E> | Refusal<R>;

/** Yes, and this is what happened. No events at all means that it was so already. */
export const happened = <E>(...events: readonly E[]) => ({ events });

/** The same decision, to be recorded only once these claims are laid. */
export const claiming = <E, R extends string>(decision: Decision<E, R>, claims: readonly Claim[]): Decision<E, R> =>
  'refused' in decision || claims.length === 0 ? decision : { ...decision, claims };

/** The names of a decider's states, where they have any. */
type StageOf<S> = S extends { readonly is: infer I extends string } ? I : string;

/** Reads what a decision on this command needs to know of other streams. */
export type FactsReader<S, D, F> = (read: StateReader, data: D, own: Own<S>, on: Occasion) => Promise<F>;

/** No command of this decider needs to know of other streams. */
export type NoFacts = object;

/** The facts of one command: typed where it has any, undefined where it has none. */
export type FactsOf<F, T> = T extends keyof F ? F[T] : undefined;

/** A command with the facts that were read for it, and what was read for its bars. */
export type AskedOf<C extends Message, F> = C extends Message
  ? {
      readonly type: C['type'];
      readonly data: C['data'];
      readonly facts: FactsOf<F, C['type']>;
      readonly known?: unknown;
    }
  : never;

/**
 * The rules of one kind of stream. One entry for each command and each event: leave one out and it does not compile.
 * S state, C commands, E events, R refusals, F facts from other streams by command.
 */
export interface Decider<
  S,
  C extends Message,
  E extends Message,
  R extends string,
  F extends object = NoFacts,
> extends Stream<S, E> {
  readonly commands: Commands<{
    readonly [T in C['type']]: CommandDeclaration & { readonly at: readonly StageOf<S>[] };
  }>;
  /** The sentence for each refusal. */
  readonly refusals: { readonly [K in R]: Text };
  /** What is read for each command that rests on more than its own stream. */
  readonly facts: { readonly [T in keyof F]: T extends C['type'] ? FactsReader<S, DataOf<C, T>, F[T]> : never };
  /** Whose thing the command is about; undefined means that there is no such thing yet, and the answer is "not found". */
  readonly owner: (state: S, asked: AskedOf<C, F>) => Owner | undefined;
  /**
   * Whose the thing is before anything is said of it: the widest that `owner` can come to. Left out where it is whoever sees it, and
   * so does not depend on what is asked for.
   */
  readonly stake?: (state: S, type: C['type']) => Owner | undefined;
  /** What stands in somebody's way whatever they send: known, and told, before anything is asked for. */
  readonly bars?: { readonly [T in C['type']]?: Bars<S, R> };
  /** The rules about what is sent, for whom nothing stands in the way. */
  readonly decide: {
    readonly [T in C['type']]: (data: DataOf<C, T>, state: S, on: Occasion, facts: FactsOf<F, T>) => Decision<E, R>;
  };
}

/** Any decider, for code that only passes it on. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: entries are contravariant in every parameter
export interface AnyDecider extends Omit<Decider<any, any, any, string, any>, 'facts'> {
  readonly facts: object;
}

type Rule<S, E, R extends string> = (data: unknown, state: S, on: Occasion, facts: unknown) => Decision<E, R>;

/** Decides one command on a state: what stands in the way first, then what is said. Total and deterministic: the same arguments give the same answer. */
export const decide = <S, C extends Message, E extends Message, R extends string, F extends object>(
  decider: Decider<S, C, E, R, F>,
  { type, data, facts, known }: AskedOf<C, F>,
  state: S,
  on: Occasion,
): Decision<E, R> => {
  const no = decider.bars?.[type as C['type']]?.against(state, on, known);
  if (no) return no;
  // The rule of this very command, for its own data and facts.
  const rule = decider.decide[type as C['type']] as Rule<S, E, R>;
  return rule(data, state, on, facts);
};

/** The state after one more event. */
export const evolve = <S>(
  of: { readonly evolve: Readonly<Record<string, (state: S, data: never, act: Act) => S>> },
  state: S,
  event: Message,
  act: Act,
): S => {
  const change = of.evolve[event.type];
  if (!change) throw new TypeError(`nothing is known of what ${event.type} changes`);
  // The catalogue has checked the data of an event of this type.
  return change(state, event.data as never, act);
};
