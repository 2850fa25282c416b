import { denied, isSystem, SeenStates, type Actor, type Denial, type Rights } from '#access';
import {
  decide,
  type AskedOf,
  type Decider,
  type Decision,
  type FactsReader,
  type Id,
  type Message,
  type Occasion,
  type Own,
  type StateReader,
  type StateSource,
  type Streams,
} from '#kernel';
import { entitled } from './entitled.js';
import { ownAsSeen } from './own-as-seen.js';
import { leadingNowhere, referencesIn } from './references.js';

/** What is asked for, of which stream, and in whose name. */
export interface Request<S, C extends Message, E extends Message, R extends string, F extends object> {
  readonly decider: Decider<S, C, E, R, F>;
  readonly stream: Id;
  readonly command: C;
  readonly as: { readonly actor: Actor; readonly occasion: Occasion };
}

/** Nobody may ask for this: they lack the role, or the thing, or one that they name at `path`, is not theirs. */
export interface Denied {
  readonly denied: Denial | 'NOT_IN_POST';
  readonly path?: readonly string[];
}

/** Where other streams are read, which kinds of them there are, and who may do what; `now` is when it is asked for. */
export interface Known {
  readonly source: StateSource;
  readonly streams: Streams;
  readonly rights: Rights;
  /** Where rights are read, when that is to be told apart. */
  readonly basis?: StateSource;
  readonly now: string;
}

/** The command with what it rests on of other streams: for its rule, and for what stands in the way of it. */
const withFacts = async <S, C extends Message, E extends Message, R extends string, F extends object>(
  decider: Decider<S, C, E, R, F>,
  { type, data }: C,
  { read, own, occasion }: { readonly read: StateReader; readonly own: Own<S>; readonly occasion: Occasion },
): Promise<AskedOf<C, F>> => {
  const readers: Readonly<Record<string, FactsReader<S, unknown, unknown> | undefined>> = { ...decider.facts };
  const [facts, known] = await Promise.all([
    readers[type]?.(read, data, own, occasion),
    decider.bars?.[type as C['type']]?.known(read, own, occasion),
  ]);
  // The facts of this very command, or none where it needs none.
  return { type, data, facts, known } as unknown as AskedOf<C, F>;
};

/**
 * Somebody may ask for it, but not of what they name: they hear of what stands in the way whatever they name, and otherwise where it is
 * named. Where it is not theirs at all they hear that, and nothing else.
 */
const notTheirs = <S, C extends Message, E extends Message, R extends string, F extends object>(
  { stake, bars, commands }: Decider<S, C, E, R, F>,
  { type, data, known }: AskedOf<C, F>,
  { state, actor, occasion }: { readonly state: S; readonly actor: Actor; readonly occasion: Occasion },
  denial: Denial,
): Denied | Decision<E, R> => {
  const { who, takes = {} } = commands.declared[type as C['type']];
  if (!stake || denied(actor, who, stake(state, type))) return { denied: denial };
  const no = bars?.[type as C['type']]?.against(state, occasion, known);
  const [named] = referencesIn(takes, data);
  return no ?? { denied: denial, ...(named && { path: named.path }) };
};

/**
 * Reads what the command rests on, with the eyes of the actor, asks access once, and decides; nothing is written. The same for every
 * caller: a handler on the log, a generator or a simulation on states in memory. `own` is the state of the command's own stream, read
 * by the caller.
 */
export const decideOnce = async <S, C extends Message, E extends Message, R extends string, F extends object>(
  { decider, stream, command, as }: Request<S, C, E, R, F>,
  own: Promise<S>,
  known: Known,
): Promise<Denied | Decision<E, R>> => {
  const { type, data } = command;
  const { occasion } = as;
  const rights = entitled(decider.kind, as.actor, [occasion.occurredAt, known.now], known);
  const read = new SeenStates(known.source, rights, known.streams);
  const seen = ownAsSeen({ decider, stream, type }, { own, rights, source: known.source });
  const facts = withFacts(decider, command, { read, occasion, own: { stream, now: known.now, state: seen } });
  // All is read at once, and rights are asked first: that something else cannot be read is heard of if anybody still asks for it.
  for (const reading of [own, facts]) reading.catch(() => undefined);
  const actor = await rights;
  if (!actor) return { denied: 'NOT_IN_POST' };
  const [state, asked] = await Promise.all([own, facts]);
  const { who, takes = {} } = decider.commands.declared[type as C['type']];
  const denial = denied(actor, who, decider.owner(state, asked));
  if (denial) return notTheirs(decider, asked, { state, actor, occasion }, denial);
  const decision = decide(decider, asked, state, occasion);
  if ('refused' in decision || isSystem(actor)) return decision;
  // A decider that has no rule of its own for something that is named still records nothing about what the actor cannot see.
  const path = await leadingNowhere(referencesIn(takes, data), known.streams, read);
  return path ? { denied: 'NOT_FOUND', path } : decision;
};
