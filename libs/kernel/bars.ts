import type { Occasion } from './occasion.js';
import type { Own, StateReader } from './reader.js';
import { refused, type Refusal } from './refusal.js';
import type { Text } from './text.js';

/** What keeps somebody from a command before they have said anything. */
export const BAR_KINDS = {
  stage: { en: 'not at this stage', zh: '状态' },
  relation: { en: 'not yours', zh: '关系' },
  recusal: { en: 'recusal', zh: '回避' },
  readiness: { en: 'not yet', zh: '条件' },
} as const satisfies Readonly<Record<string, Text>>;

/** Whether a thing stands so, who asks is related to it so, must keep out of it, or something is missing yet. */
export type BarKind = keyof typeof BAR_KINDS;

/**
 * One thing that can stand in somebody's way whatever they send: a pure function of how the thing stands, of who asks, and of what is
 * known of other streams. `says` is what it asks for, in words, as tables of commands show it.
 */
export interface Bar<S, R extends string = string, K = unknown> {
  readonly kind: BarKind;
  readonly says: Text;
  readonly stands: (state: S, on: Occasion, known: K) => Refusal<R> | undefined;
  /** It looks at nothing but the thing itself and who asks: nothing has to be read for it. */
  readonly alone?: true;
}

/** Reads what bars need to know of other streams; whoever asks has said nothing yet. */
export type KnownReader<S, K> = (read: StateReader, own: Own<S>, on: Occasion) => Promise<K>;

/** Everything that stands in the way of one command, in the order in which it is looked at. What it knows of others is its own affair. */
export interface Bars<S, R extends string = string> {
  readonly each: readonly Pick<Bar<S, R>, 'kind' | 'says'>[];
  readonly known: KnownReader<S, unknown>;
  readonly against: (state: S, on: Occasion, known: unknown) => Refusal<R> | undefined;
  /** What those at the head of the list say that look at the thing alone: before anything is read of other streams. */
  readonly atOnce: (state: S, on: Occasion) => Refusal<R> | undefined;
}

/** The first of these that stands in the way. */
const first = <S, R extends string, K>(
  bars: readonly Bar<S, R, K>[],
  ...[state, on, known]: Parameters<Bar<S, R, K>['stands']>
): Refusal<R> | undefined => {
  for (const { stands } of bars) {
    const no = stands(state, on, known);
    if (no) return no;
  }
  return undefined;
};

/** What is looked at before anything is read. */
const leading = <S, R extends string, K>(bars: readonly Bar<S, R, K>[]): readonly Bar<S, R, K>[] => {
  const other = bars.findIndex(({ alone }) => alone !== true);
  return other < 0 ? bars : bars.slice(0, other);
};

/** Bars that look at the thing itself and at what is read beside it. */
export const barredBeside = <S, R extends string, K>(
  known: KnownReader<S, K>,
  ...each: readonly Bar<S, R, NoInfer<K>>[]
): Bars<S, R> => ({
  each,
  known,
  // What was read for these very bars; those that look at the thing alone need nothing of others.
  against: (state, on, found) => first(each, state, on, found as K),
  atOnce: (state, on) => first(leading(each), state, on, undefined as K),
});

const nothing = () => Promise.resolve(undefined);

/** Bars that look at the thing itself alone. */
export const barredBy = <S, R extends string>(...each: readonly Bar<S, R, undefined>[]): Bars<S, R> =>
  barredBeside(nothing, ...each);

/** Lets a command through at the stages that it is declared for, and nowhere else. */
export const atStages = <R extends string>(
  stages: readonly string[],
  otherwise: R,
): Bar<{ readonly is: string }, R> => ({
  kind: 'stage',
  alone: true,
  says: { en: 'at its stages', zh: '在规定状态' },
  stands: ({ is }) => (stages.includes(is) ? undefined : refused(otherwise)),
});

/** Where there is no such thing yet bars are silent: the rule says so. */
const silentOnNew =
  <S extends { readonly is: string }, R extends string, K>(
    why: (state: There<S>, on: Occasion, known: K) => R | Refusal<R> | undefined,
  ): Bar<S, R, K>['stands'] =>
  (state, on, known) => {
    // Whatever is not new is there.
    const no = state.is === 'new' ? undefined : why(state as There<S>, on, known);
    return typeof no === 'string' ? refused(no) : no;
  };

type There<S> = Exclude<S, { readonly is: 'new' }>;

/**
 * Declares bars of one kind of thing that look at nothing but the thing itself and who asks, by the codes with which they refuse, or by
 * a whole refusal where that points at something; `says` is what each asks for.
 */
export const barOf =
  <S extends { readonly is: string }, R extends string>() =>
  (kind: BarKind, says: Text, why: (state: There<S>, on: Occasion) => R | Refusal<R> | undefined): Bar<S, R> => ({
    kind,
    says,
    alone: true,
    stands: silentOnNew(why),
  });

/** The same of bars that look at what is known of others besides: that has to be read for them. */
export const barBesideOf =
  <S extends { readonly is: string }, R extends string>() =>
  <K>(
    kind: BarKind,
    says: Text,
    why: (state: There<S>, on: Occasion, known: K) => R | Refusal<R> | undefined,
  ): Bar<S, R, K> => ({ kind, says, stands: silentOnNew(why) });
