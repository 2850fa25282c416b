import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scopeOf, sees } from '#access';
import { ROLES, type AnyDecider, type Role, type SeenBy } from '#kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS, STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { cellsOf, written, type Matrix } from '../support/authorisation.js';
import { actorWith, ownerAt, RELATIONS, thingOf, type Relation } from '../support/authorisation-world.js';
import { root } from '../support/source-files.js';

const FILE = join(root, 'test/structure/authorisation.json');
const roles = Object.keys(ROLES).filter((role): role is Role => Object.hasOwn(ROLES, role));
const deciders: readonly AnyDecider[] = CONTEXTS.flatMap((context) => context.deciders);

const [WITHIN, UNIT] = [/^(own|descendant) /, / own$/];
/** How far roles reach, said once more apart from the program: nobody may do or see what does not lie there. */
const REACH: Readonly<Record<Role, readonly RegExp[]>> = {
  ...{
    inspector: [WITHIN, UNIT],
    lead: [WITHIN, UNIT],
    supervision: [WITHIN, UNIT],
    'supervision-head': [WITHIN, UNIT],
  },
  ...{ hq: [WITHIN, UNIT], commander: [WITHIN, UNIT], discipline: [WITHIN, UNIT], auditor: [WITHIN, UNIT] },
  ...{ unit: [UNIT], 'unit-head': [UNIT], public: [], admin: [], system: [/./] },
};
const reaches = (role: Role, relation: Relation) => REACH[role].some((reach) => reach.test(relation));

/** Commands whose owner is not where their things lie: what begins in the name of the own body, wherever that stands. */
const IN_OWN_NAME =
  /^(import\.ImportNotice|evidence\.StoreEvidence|lateEntry\.(RegisterLateEntry|RegisterLedger)|meeting\.RegisterMeeting|directive\.(DraftDirective|DeployFrom|ImportDirective))$/;

const cells = (matrix: Matrix) =>
  Object.entries(matrix).flatMap(([command, byRole]) =>
    Object.entries(byRole).flatMap(([role, relations]) =>
      relations.map((relation) => ({ command, role: role as Role, relation })),
    ),
  );

/** SD7, trust.md 5.4: roles × commands × relations, in process. What is not listed is denied. */
describe('who may ask for what', () => {
  let matrix: Matrix;
  beforeAll(async () => {
    matrix = Object.assign({}, ...(await Promise.all(deciders.map((decider) => cellsOf(decider, roles))))) as Matrix;
    if (process.env['MATRIX'] === 'write') writeFileSync(FILE, written(matrix));
  });

  it('is what stands in the list, cell by cell', () => {
    expect(written(matrix)).toBe(readFileSync(FILE, 'utf8'));
    expect(Object.keys(matrix).length * roles.length * RELATIONS.length).toBeGreaterThan(5_000);
  });

  it('is nothing for a role that its declaration does not name', () => {
    const who = new Map(
      deciders.flatMap(({ kind, commands }) =>
        Object.entries(commands.declared).map(([type, declared]): [string, readonly Role[]] => [
          `${kind}.${type}`,
          declared.who,
        ]),
      ),
    );
    expect(cells(matrix).filter(({ command, role }) => !who.get(command)?.includes(role))).toEqual([]);
  });

  it('is nothing out of reach, except what administrators configure and what begins in the name of the own body', () => {
    const beyond = cells(matrix).filter(({ role, relation }) => role !== 'admin' && !reaches(role, relation));
    expect(beyond.filter(({ command }) => !IN_OWN_NAME.test(command))).toEqual([]);
  });

  it('T21: is nothing at a place whose path only begins like the own one', () => {
    const beside = cells(matrix).filter(
      ({ role, relation }) => relation === 'prefixSibling other' && role !== 'system',
    );
    expect(beside.filter(({ command, role }) => role !== 'admin' && !IN_OWN_NAME.test(command))).toEqual([]);
  });
});

const isNobodys = (seenBy: SeenBy | undefined): boolean =>
  seenBy !== 'everybody' && seenBy?.territory === '' && seenBy.orgs.length === 0;

/** What belongs to no place and no body is for whoever keeps it, and for the system. */
const isFor = (role: Role, relation: Relation, seenBy: SeenBy | undefined): boolean => {
  if (seenBy === 'everybody') return role !== 'public';
  if (role === 'admin' && seenBy?.register === true) return true;
  return isNobodys(seenBy) ? role === 'system' : reaches(role, relation);
};

describe('who may see what', () => {
  it.each([...STREAMS_OF_ALL])('is what lies within reach: %s', (_, of) => {
    for (const role of roles)
      for (const relation of RELATIONS) {
        const seenBy = of.seenBy(thingOf(of, ownerAt(relation)));
        expect({ role, relation, sees: sees(scopeOf(actorWith(role)), seenBy) }).toEqual({
          role,
          relation,
          sees: isFor(role, relation, seenBy),
        });
      }
  });
});
