import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type AnyDecider, type Role } from '#kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '../../apps/api/contexts.js';
import { cellsOf, isWritten, type Written } from '../support/authorisation.js';
import { mutantsOf, type Mutant } from '../support/authorisation-mutants.js';
import { root } from '../support/source-files.js';

const roles = Object.keys(ROLES).filter((role): role is Role => Object.hasOwn(ROLES, role));
const deciders: readonly AnyDecider[] = CONTEXTS.flatMap((context) => context.deciders);

/** What may be broken without a cell of the matrix noticing it, and why that is so. */
const EXPLAINED: readonly (readonly [RegExp, string])[] = [
  [/ with public$/, 'the role reaches nothing, whatever it may ask for'],
  [/^(territory|organisation|person)\.\w+ with inspector$/, 'what administrators enter is nobody’s before it is there'],
  [/^(grant|account)\.\w+ with /, 'grants and accounts are nobody’s: roles that reach by place or body reach none'],
  [/^(territory|organisation|person|grant|account) is /, 'administrators alone ask, and they are asked for no owner'],
  [
    /^evidence(\.\w+ with | is )/,
    'a file is its uploader’s alone until a finding takes it, and the system asks for all else',
  ],
  [/^beginning(\.\w+ with | is )/, 'only the system notes what rests on a beginning, and reaches everywhere'],
  [/^meeting is /, 'a meeting begins in the name of the own body, wherever that stands'],
  [
    /^dutyPoint\.(\w+Link|UnlinkStep|EndAssignment|WaiveParty|\w+DutyPoint) with unit(-head)?$/,
    'what is required, and what stands beside it, is for who governs the place; a stake gives no right',
  ],
  [/^finding\.RecordObservation without unit(-head)?$/, 'a unit records about itself alone: finding.decider.spec'],
  [/^finding\.RecordGapFinding with unit-head$/, 'the same'],
];
const isExplained = (name: string) => EXPLAINED.some(([of]) => of.test(name));

/** Whether the cells of a broken gate are those of the list. */
const survives = async ({ decider, roles: touched }: Mutant, listed: Written): Promise<boolean> =>
  isWritten(await cellsOf(decider, touched), touched, listed);

/** trust.md 5.4: a list that nothing can make wrong proves nothing. */
describe('a gate that is broken', () => {
  const survivors: string[] = [];
  let count = 0;
  beforeAll(async () => {
    // Written by `written`, which says what stands in it.
    const listed = JSON.parse(readFileSync(join(root, 'test/structure/authorisation.json'), 'utf8')) as Written;
    for (const mutant of deciders.flatMap((decider) => mutantsOf(decider, roles))) {
      count += 1;
      if (await survives(mutant, listed)) survivors.push(mutant.name);
    }
  });

  it('is noticed by a cell of the matrix, whatever is broken, unless it is explained', () => {
    expect(count).toBeGreaterThan(200);
    const unexplained = survivors.filter((name) => !isExplained(name));
    const score = (100 * (count - survivors.length)) / (count - survivors.length + unexplained.length);
    process.stdout.write(
      `mutation score of the gate: ${score.toFixed(1)} % (${String(count)} broken, ${String(survivors.length)} unnoticed, ${String(survivors.length - unexplained.length)} of them explained)\n`,
    );
    expect(score).toBeGreaterThanOrEqual(95);
    expect(unexplained).toEqual([]);
    expect(EXPLAINED.filter(([of]) => !survivors.some((name) => of.test(name)))).toEqual([]);
  });
});
