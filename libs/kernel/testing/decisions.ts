import { expect } from '@jest/globals';
import fc from 'fast-check';
import {
  decide,
  decode,
  type AnyDecider,
  type Catalogue,
  type Decider,
  type Decision,
  type FactsReader,
  type Id,
  type Message,
  type Occasion,
} from '../index.js';
import { atAnotherTime } from './another-time.js';
import { dataFor, draws, fewOf, frozen, madeUpLog, nameOf, occasions, oneOfEach, statesOf } from './made-up.js';

/** Made-up data for the commands that decide on what their resolver makes of the input: the declaration does not say what that is. */
export type Translated<D extends AnyDecider> = {
  readonly [T in keyof D['decide']]?: fc.Arbitrary<Parameters<D['decide'][T]>[0]>;
};

/** One command, asked for at one state. */
interface Case {
  readonly asked: Message & { readonly facts: unknown; readonly known: unknown };
  readonly state: unknown;
  readonly on: Occasion;
}

/** What a decider answers; undefined where there is no such thing, so that nothing is decided. */
type Answer = Decision<Message, string> | { readonly threw: string } | undefined;
type Plain = Decider<unknown, Message, Message, string, Record<string, unknown>>;

const answerTo = (decider: AnyDecider, { asked, state, on }: Case): Answer => {
  try {
    if (decider.owner(state, asked) === undefined) return undefined;
    return decide(decider as unknown as Plain, asked, state, on);
  } catch (error) {
    return { threw: String(error) };
  }
};

const decodes = (catalogue: Catalogue, event: Message): boolean => {
  try {
    decode(catalogue, { ...event, schemaVersion: catalogue.facts[event.type]?.version ?? 0 });
    return true;
  } catch {
    return false;
  }
};

const faultsIn = (decider: AnyDecider, { asked: { type }, state }: Case, answer: Answer): readonly string[] => {
  if (answer === undefined) return [];
  if ('threw' in answer) return [`throws ${answer.threw}`];
  if ('events' in answer) return [...misplaced(decider, type, { state, answer }), ...unread(decider, answer)];
  return Object.hasOwn(decider.refusals, answer.refused) ? [] : [`${answer.refused} has no sentence`];
};

interface Yes {
  readonly events: readonly Message[];
}

const misplaced = (decider: AnyDecider, type: string, { state, answer }: { state: unknown; answer: Yes }) => {
  const { at = [] } = decider.commands.declared[type] ?? {};
  const isDeclared = at.some((name) => name === nameOf(state));
  return isDeclared || answer.events.length === 0
    ? []
    : ['makes something happen where its declaration does not say so'];
};

const unread = ({ events: catalogue }: AnyDecider, { events }: Yes) =>
  events
    .filter((event) => !decodes(catalogue, event))
    .map((event) => `answers with what does not decode: ${JSON.stringify(event)}`);

/** How decisions break the laws: they throw, change what they are given, differ the second time, or answer what is not declared. */
const faultsOf = (decider: AnyDecider, cases: readonly Case[]): readonly string[] => {
  const answers = cases.map((one) => answerTo(decider, one));
  const again = atAnotherTime(() => cases.map((one) => answerTo(decider, one)));
  const faults = cases.flatMap((one, index) => {
    const differs = JSON.stringify(answers[index]) !== JSON.stringify(again[index]);
    const found = faultsIn(decider, one, answers[index]);
    const all = differs ? [...found, 'answers differently the second time'] : found;
    return all.map((fault) => `${one.asked.type} at ${nameOf(one.state)}: ${fault}`);
  });
  return [...new Set(faults)];
};

type Made = Readonly<Record<string, fc.Arbitrary<unknown> | undefined>>;

/** Made-up data for each command of a decider; none is left out. */
const dataOfAll = (decider: AnyDecider, translated: Made) =>
  fc.record(
    Object.fromEntries(
      Object.entries(decider.commands.declared).map(([type, declaration]) => {
        const made = translated[type];
        if (declaration.as && !made)
          throw new Error(`${type} decides on translated data: hand in some that is made up`);
        return [type, fewOf(made ?? dataFor(declaration), 100)];
      }),
    ),
  );

/** Asks for every command at many made-up states, and expects that no decision breaks the laws. */
export const expectLawfulDecisions = async (decider: AnyDecider, translated: Made): Promise<void> => {
  const readers: Readonly<Record<string, FactsReader<unknown, unknown, unknown> | undefined>> = { ...decider.facts };
  const drawn = [oneOfEach(statesOf(decider)), dataOfAll(decider, translated), fewOf(occasions, 100), draws] as const;
  await fc.assert(
    fc.asyncProperty(...drawn, async (states, dataOf, on, draw) => {
      const log = madeUpLog(draw);
      const cases = states.flatMap((state) =>
        Object.entries(dataOf).map(async ([type, data]): Promise<Case> => {
          const own = { stream: OWN, state: () => Promise.resolve(state) };
          const facts = await readers[type]?.(log, data, own, on);
          const known: unknown = await decider.bars?.[type]?.known(log, own, on);
          return { asked: { type, data, facts: frozen(facts), known: frozen(known) }, state, on };
        }),
      );
      expect(faultsOf(decider, await Promise.all(cases))).toEqual([]);
    }),
    { numRuns: 100 },
  );
};

const OWN: Id = 'thing-00000000-0000-4000-8000-000000000001';
