import { expect, it } from '@jest/globals';
import { ROLES, type AnyDecider } from '../index.js';
import { expectLawfulDecisions, type Translated } from './decisions.js';
import { statesOf } from './made-up.js';

/**
 * What every decider owes the system, whatever its rules: call it once in each decider's spec. `translated` makes up data for the
 * commands whose declaration says that they decide on something else than their input.
 */
export const keepsTheLaws = <D extends AnyDecider>(decider: D, translated: Translated<D> = {}): void => {
  it(`${decider.kind}: names its stream kind in lowerCamel, the same in its events`, () => {
    expect(decider.kind).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(decider.events.kind).toBe(decider.kind);
    expect(decider.commands.kind).toBe(decider.kind);
  });

  it(`${decider.kind}: folds every event it can store, and no other`, () => {
    expect(Object.keys(decider.evolve).sort()).toEqual(Object.keys(decider.events.facts).sort());
  });

  it(`${decider.kind}: says who may ask for each command, in known roles`, () => {
    const { declared } = decider.commands;
    expect(Object.keys(declared).sort()).toEqual(Object.keys(decider.decide).sort());
    for (const { who } of Object.values(declared)) {
      expect(who.length).toBeGreaterThan(0);
      for (const role of who) expect(Object.keys(ROLES)).toContain(role);
    }
  });

  it(`${decider.kind}: has a sentence in both languages for each refusal and each event`, () => {
    const texts = [
      ...Object.values(decider.refusals),
      ...Object.values(decider.events.facts).map(({ title }) => title),
    ];
    for (const { en, zh } of texts) {
      expect(en).toMatch(/^[A-Z].*[a-z)]\.?$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it(`${decider.kind}: answers every command at every state, alike each time, with events only where it is declared to`, async () => {
    await expectLawfulDecisions(decider, translated);
  });

  it(`${decider.kind}: comes to every state that a command names`, () => {
    const reached = [...statesOf(decider).keys()];
    for (const { at } of Object.values(decider.commands.declared))
      for (const name of at) expect(reached).toContain(name);
  });
};
