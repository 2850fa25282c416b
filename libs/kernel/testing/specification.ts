import { expect } from '@jest/globals';
import { decide, decode, evolve, type Act, type Decider, type Message, type Occasion } from '../index.js';

/** An event that somebody else caused, or at another time than the specification's own occasion. */
export const by = <E extends Message>(act: Partial<Act>, event: E): E & { readonly act: Partial<Act> } => ({
  ...event,
  act,
});

/** Given these events, when this command is asked for, then this happened, or was refused. */
export const specification = <S, C extends Message, E extends Message, R extends string, F>(
  decider: Decider<S, C, E, R, F>,
  on: Occasion,
  facts: NoInfer<F>,
) => {
  const stateAfter = (events: readonly (E & { readonly act?: Partial<Act> })[]) =>
    events.reduce((state, { act, ...event }) => {
      const read = decode(decider.events, { ...event, schemaVersion: versionOf(decider, event) }) as E;
      return evolve(decider, state, read, { ...on, ...act });
    }, decider.initial);

  return (...events: readonly (E & { readonly act?: Partial<Act> })[]) => ({
    when: (command: C, as: Partial<Occasion> = {}, knowing: NoInfer<F> = facts) => {
      const decision = () =>
        decide(decider, command, { state: stateAfter(events), on: { ...on, ...as }, facts: knowing });
      return {
        then: (...expected: readonly E[]) => {
          expect(decision()).toEqual({ events: expected });
          for (const event of expected) decode(decider.events, { ...event, schemaVersion: versionOf(decider, event) });
        },
        thenRefused: (code: R, ...path: readonly string[]) => {
          expect(decision()).toEqual(path.length > 0 ? { refused: code, path } : { refused: code });
        },
      };
    },
    state: () => stateAfter(events),
  });
};

const versionOf = (
  decider: { readonly events: { readonly facts: Readonly<Record<string, { version: number }>> } },
  event: Message,
) => decider.events.facts[event.type]?.version ?? 0;
