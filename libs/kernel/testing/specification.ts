import { expect } from '@jest/globals';
import { decide, decode, evolve, type Act, type AskedOf, type Decider, type Message, type Occasion } from '../index.js';
import { actOf } from './act.js';

/** An event that somebody else caused, or at another time than the specification's own occasion. */
export const by = <E extends Message>(act: Partial<Act>, event: E): E & { readonly act: Partial<Act> } => ({
  ...event,
  act,
});

/** Given these events, when this command is asked for, then this happened, or was refused; `facts` are those of each command, and what its bars know. */

export const specification = <
  S,
  C extends Message,
  E extends Message,
  R extends string,
  F extends object,
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- handed over where a command is asked for
  K extends object,
>(
  decider: Decider<S, C, E, R, F>,
  on: Occasion,
  facts: NoInfer<F>,
  bars?: K,
) => {
  const stateAfter = (events: readonly (E & { readonly act?: Partial<Act> })[]) =>
    events.reduce((state, { act, ...event }) => {
      const read = decode(decider.events, { ...event, schemaVersion: versionOf(decider, event) });
      return evolve(decider, state, read, actOf(on, act));
    }, decider.initial);

  return (...events: readonly (E & { readonly act?: Partial<Act> })[]) => ({
    when: (command: C, as: Partial<Occasion> = {}, knowing: Partial<NoInfer<F>> & Partial<NoInfer<K>> = {}) => {
      const known: Readonly<Record<string, unknown>> = { ...bars, ...facts, ...knowing };
      const found = known[command.type];
      // The facts of this very command.
      const asked = { ...command, facts: found, known: found } as unknown as AskedOf<C, F>;
      const decision = () => decide(decider, asked, stateAfter(events), { ...on, ...as });
      return {
        then: (...expected: readonly E[]) => {
          expect(withoutClaims(decision())).toEqual({ events: expected });
          for (const event of expected) decode(decider.events, { ...event, schemaVersion: versionOf(decider, event) });
        },
        thenRefused: (code: R, ...path: readonly string[]) => {
          expect(withoutAbout(decision())).toEqual(path.length > 0 ? { refused: code, path } : { refused: code });
        },
      };
    },
    state: () => stateAfter(events),
  });
};

/** A decision without what a refusal points at, which has specifications of its own. */
const withoutAbout = (decision: object): object =>
  Object.fromEntries(Object.entries(decision).filter(([name]) => name !== 'about' && name !== 'others'));

/** What happened, without what has to be claimed for it, which has specifications of its own. */
const withoutClaims = (decision: object): object =>
  Object.fromEntries(Object.entries(decision).filter(([name]) => name !== 'claims'));

const versionOf = (
  decider: { readonly events: { readonly facts: Readonly<Record<string, { version: number }>> } },
  event: Message,
) => decider.events.facts[event.type]?.version ?? 0;
