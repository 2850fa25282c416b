import type { AnyDecider } from './decider.js';
import type { Catalogue, EventOf } from './events.js';
import type { Happening } from './occasion.js';
import type { AnyPolicy, Ask } from './policy.js';
import type { Rights } from './right.js';
import type { AnyView, Sources, View } from './view.js';

/** What an event asks for, by each row that it names, as that row stands right after the event. */
type Reaction<Row, Data, K extends string> = (
  row: Row | undefined,
  data: Data,
  at: Happening<K>,
  key: string,
) => readonly Ask[];

type ReactionsOf<Row, C extends Catalogue> = {
  readonly [E in EventOf<C> as E['type']]?: Reaction<Row, E['data'], C['kind']>;
};

/**
 * A view that asks: it remembers what events of several kinds said, and an event asks for commands by what is remembered. Pure and
 * repeatable like a policy. Its memory is a view like any other: register it with the views.
 */
export interface Process<Row extends object, S extends Sources> {
  readonly name: string;
  readonly memory: View<Row, S>;
  /** Whose commands it may ask for; as for a policy. */
  readonly asks: readonly AnyDecider[];
  /** By which right it writes; whatever is registered declares it, and asks for nothing else. */
  readonly rights?: Rights;
  readonly react: { readonly [C in S[number] as C['kind']]?: ReactionsOf<Row, C> };
}

/** Any process, for code that only runs it. */
export interface AnyProcess {
  readonly name: string;
  readonly memory: AnyView;
  readonly asks: readonly AnyDecider[];
  readonly rights?: Rights;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a variance escape: reactions are contravariant in row, data and circumstances
  readonly react: Readonly<Record<string, Readonly<Record<string, Reaction<any, any, any> | undefined>> | undefined>>;
}

/** Whatever asks because of events: a policy by the state of the event's stream, a process by what it remembers of many. */
export type AnyReactor = AnyPolicy | AnyProcess;

export const isProcess = (reactor: AnyReactor): reactor is AnyProcess => 'memory' in reactor;

/** The kinds of stream that something reacts to. */
export const kindsHeardBy = (reactor: AnyReactor): readonly string[] =>
  isProcess(reactor) ? reactor.memory.of.map(({ kind }) => kind) : [reactor.of.kind];
