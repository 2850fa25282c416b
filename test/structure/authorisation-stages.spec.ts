import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyDecider, CommandDeclaration, Role } from '#kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '../../apps/api/contexts.js';
import { stagedCells, withMatrix, type StagedCell } from '../support/authorisation-stages.js';
import type { Written } from '../support/authorisation.js';
import { ROLES_OF_PEOPLE } from '../support/roles-of-people.js';
import { read, root } from '../support/source-files.js';

const FILE = 'libs/access/README.md';
const deciders: readonly AnyDecider[] = CONTEXTS.flatMap((context) => context.deciders);
const declared = new Map<string, CommandDeclaration>(
  deciders.flatMap(({ kind, commands }) =>
    Object.entries(commands.declared).map(([type, one]) => [`${kind}.${type}`, one] as const),
  ),
);
const [WITHIN, OWN_BODY] = [/^(own|descendant) /, / own$/];
/** Said once more apart from the program: roles of units reach by body, the public nowhere, all others by place too. */
const reaches = (role: Role, relation: string): boolean => {
  if (role === 'public') return false;
  return OWN_BODY.test(relation) || (role !== 'unit' && role !== 'unit-head' && WITHIN.test(relation));
};

/** SD7, trust.md 5.4: roles × resources × actions × relations × stages, in process. What is not listed is denied. */
describe('who may go on with what, as it stands', () => {
  let cells: readonly StagedCell[];
  const whoOf = ({ command }: StagedCell) => declared.get(command)?.who ?? [];
  const told = (wrong: readonly StagedCell[]) =>
    wrong.slice(0, 5).map(({ command, role, relation, stage, code }) => [command, role, relation, stage, code]);
  beforeAll(async () => {
    cells = (await Promise.all(deciders.map((decider) => stagedCells(decider, ROLES_OF_PEOPLE)))).flat();
  });

  it('is more than three thousand cells, of every kind that goes through stages', () => {
    expect(cells.length).toBeGreaterThan(3_000);
    process.stdout.write(`authorisation: ${String(cells.length)} cells with stages\n`);
  });

  it('is nobody whose role the command does not name, whatever the stage', () => {
    expect(told(cells.filter((cell) => !whoOf(cell).includes(cell.role) && cell.code !== 'ROLE_MAY_NOT'))).toEqual([]);
    expect(told(cells.filter((cell) => whoOf(cell).includes(cell.role) && cell.code === 'ROLE_MAY_NOT'))).toEqual([]);
  });

  it('is nobody out of reach, whatever the stage, administrators apart, who are asked for no place', () => {
    const named = cells.filter((cell) => whoOf(cell).includes(cell.role) && cell.role !== 'admin');
    const wrong = named.filter(({ role, relation, code }) => reaches(role, relation) === (code === 'NOT_FOUND'));
    expect(told(wrong)).toEqual([]);
    expect(named.filter(({ code }) => code === 'NOT_FOUND').length).toBeGreaterThan(500);
  });

  it('is nobody at a stage that the command does not name', () => {
    const elsewhere = cells.filter(({ command, stage }) => !declared.get(command)?.at.includes(stage));
    expect(told(elsewhere.filter(({ code }) => code === undefined))).toEqual([]);
    expect(elsewhere.length).toBeGreaterThan(500);
  });

  it('is none but whom the thing itself names, where it names somebody: its unit, a verifier, the issuer’s side', () => {
    const right = cells.filter(
      (cell) => whoOf(cell).includes(cell.role) && declared.get(cell.command)?.at.includes(cell.stage),
    );
    const codes = new Set(right.flatMap(({ code }) => (code?.startsWith('NOT_THE_') ? [code] : [])));
    expect([...codes].sort()).toEqual([
      ...['NOT_THE_ACCEPTOR', 'NOT_THE_FIRST', 'NOT_THE_IMPORTER', 'NOT_THE_ISSUER', 'NOT_THE_PARENTS_ISSUER'],
      ...['NOT_THE_RECIPIENT', 'NOT_THE_RECORDER', 'NOT_THE_UNIT', 'NOT_THE_VERIFIER'],
    ]);
    expect(right.filter(({ code }) => code === undefined).length).toBeGreaterThan(100);
  });

  it('stands in one table; after a change: MATRIX=write', () => {
    const listed = JSON.parse(read('test/structure/authorisation.json')) as Written;
    const wanted = withMatrix(read(FILE), deciders, listed);
    if (process.env['MATRIX'] === 'write') writeFileSync(join(root, FILE), wanted);
    expect(read(FILE)).toBe(wanted);
  });
});
