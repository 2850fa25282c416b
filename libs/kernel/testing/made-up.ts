import fc from 'fast-check';
import { z } from 'zod';
import {
  anId,
  anInstant,
  decode,
  evolve,
  shapeOf,
  type Act,
  type Catalogue,
  type CommandDeclaration,
  type Foldable,
  type Message,
  type Occasion,
  type StateReader,
} from '../index.js';
import { eventsLike, valuesOf } from './arbitrary.js';
import { allSeen } from './log.js';

/** An event as the log reads it, and who caused it. */
export interface Caused {
  readonly event: Message;
  readonly act: Act;
}

/** The same value to its depths, as something that nobody can change. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** Draws from values that are made up once: laws look at their combinations, and making them takes most of the time. */
export const fewOf = <T>(values: fc.Arbitrary<T>, howMany: number): fc.Arbitrary<T> =>
  fc.constantFrom(...fc.sample(values, { numRuns: howMany, seed: 1 }).map(frozen));

const acts: fc.Arbitrary<Act> = fc.record(
  {
    actorId: valuesOf(anId('person')),
    orgId: valuesOf(anId('organisation')),
    onBehalfOf: valuesOf(anId('person')),
    occurredAt: valuesOf(anInstant()),
    recordedAt: valuesOf(anInstant()),
  },
  { requiredKeys: ['actorId', 'occurredAt', 'recordedAt'], noNullPrototype: true },
);

const COMMAND = '00000000-0000-4000-8000-00000000000c';

/** Made-up circumstances of a command; some people act for no body, and some stand in for others. */
export const occasions: fc.Arbitrary<Occasion> = acts.map(({ recordedAt: _, ...act }) => ({
  ...act,
  ...{ commandId: COMMAND, correlationId: COMMAND, source: 'web' },
}));

/** Events of a kind in any order, most of which no decision would bring about, each read as the log reads it. */
export const histories = (catalogue: Catalogue): fc.Arbitrary<readonly Caused[]> => {
  const read = (event: Message) =>
    decode(catalogue, { ...event, schemaVersion: catalogue.facts[event.type]?.version ?? 0 });
  const types = Object.keys(catalogue.facts).length;
  const events = fewOf(fc.record({ event: eventsLike(catalogue).map(read), act: acts }), 40 * types);
  return fc.array(events, { minLength: 1, maxLength: 2 * types + 4, size: 'max' });
};

const statesAlong = <S>(of: Foldable<S>, history: readonly Caused[]): readonly S[] => {
  let state = of.initial;
  return [state, ...history.map(({ event, act }) => (state = frozen(evolve(of, state, event, act))))];
};

/** The name of a state. */
export const nameOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'is' in state ? String(state.is) : String(state);

/** States by their names. */
export type ByName = ReadonlyMap<string, readonly unknown[]>;

const known = new WeakMap<Catalogue, ByName>();

/** The states that a stream of this kind passes through in many made-up histories. */
export const statesOf = (of: Foldable<unknown>): ByName => {
  const passed = known.get(of.events) ?? passedThrough(of);
  known.set(of.events, passed);
  return passed;
};

const passedThrough = (of: Foldable<unknown>): ByName => {
  const states = new Set(
    fc.sample(histories(of.events), { numRuns: 200, seed: 1 }).flatMap((history) => statesAlong(of, history)),
  );
  const names = new Set([...states].map(nameOf));
  return new Map([...names].map((name) => [name, [...states].filter((state) => nameOf(state) === name)]));
};

/** One state of each name. */
export const oneOfEach = (states: ByName): fc.Arbitrary<readonly unknown[]> =>
  fc.tuple(...[...states.values()].map((ofOneName) => fc.constantFrom(...ofOneName)));

/** Draws a number for a stream, the same one each time. */
export type Draw = (stream: string, upTo: number) => number;

export const draws: fc.Arbitrary<Draw> = fc
  .func<[string], number>(fc.nat())
  .map((numberFor) => (stream, upTo) => numberFor(`${stream} ${String(upTo)}`) % upTo);

/** Other streams as decisions read them, each in a state of its own. */
export const madeUpLog = (draw: Draw): StateReader => {
  const states = new Map<string, unknown>();
  const drawn = (of: Foldable<unknown>, stream: string) => {
    const named = [...statesOf(of).values()];
    const ofOneName = named[draw(stream, named.length)] ?? [];
    return ofOneName[draw(stream, ofOneName.length)];
  };
  return allSeen({
    state: <S>(of: Foldable<S>, stream: string) => {
      // Neither drawing nor keeping looks into a state.
      if (!states.has(stream)) states.set(stream, drawn(of as unknown as Foldable<unknown>, stream));
      return Promise.resolve(states.get(stream) as S);
    },
  });
};

/** Made-up data of a command, from the fields that its declaration takes; a reason is there, empty or missing. */
export const dataFor = ({ takes = {}, reasoned }: CommandDeclaration): fc.Arbitrary<unknown> =>
  valuesOf(z.strictObject({ ...shapeOf(takes), ...(reasoned && { reason: z.string().optional() }) }));
