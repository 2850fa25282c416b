import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/source-files.js';

interface Claims {
  readonly rules: readonly { readonly id: string; readonly status: string; readonly specs: readonly string[] }[];
  readonly faults: readonly string[];
}
type Claimed = (marked: Readonly<Record<string, string>>, specs: readonly { path: string; text: string }[]) => Claims;

const claimed = async (marked: Readonly<Record<string, string>>, text: string): Promise<Claims> => {
  const { default: judge } = (await import(join(root, 'infra/checks/rule-claims.cjs'))) as { default: Claimed };
  return judge(marked, [{ path: 'a.spec.ts', text }]);
};

describe('the rules and the specifications named after them', () => {
  it.each([
    ["it('A7", ": has a gap', () => {"],
    ["describe('A7", ": gaps', () => {"],
    ["it('A7", " no-holder: has one', () => {"],
    ["it('E2E-5, A7", ", F2: shows it', () => {"],
    ["  ])('A7", ': of %s`, async () => {'],
  ])('meet where a title begins with the id: %s%s', async (before, after) => {
    const { rules, faults } = await claimed({ A7: 'built', F2: 'partly' }, `${before}${after}\nit('F2: too')`);
    expect(rules[0]).toEqual({ id: 'A7', status: 'built', specs: ['a.spec.ts'] });
    expect(faults).toEqual([]);
  });

  it('do not meet where the id stands elsewhere', async () => {
    const { rules } = await claimed({ A7: 'open' }, "it('marks A7: late', () => { // A7: as the rule says");
    expect(rules[0]?.specs).toEqual([]);
  });

  it('fail when a rule is marked built, or partly, and no specification is named after it', async () => {
    const { faults } = await claimed({ A1: 'built', A2: 'partly', A3: 'open' }, '');
    expect(faults).toEqual([
      'A1 is marked built, and no specification is named after it',
      'A2 is marked partly, and no specification is named after it',
    ]);
  });

  it('fail when a rule is marked open and has a specification, or has an unknown mark', async () => {
    const { faults } = await claimed({ A1: 'open', A2: 'done' }, "it('A1: is')");
    expect(faults).toEqual([
      'A1 is marked open, and yet a.spec.ts is named after it',
      'A2 is marked done; a rule is built, partly, open',
    ]);
  });

  it('fail when a specification is named after a rule that there is not', async () => {
    const { faults } = await claimed({}, "it('A99: is'\nit('E2E-5: tells'\nit('F20: parks'\n  it('T21: never'");
    expect(faults).toEqual(['a.spec.ts is named after A99, which is no rule']);
  });
});
