import { ANYBODY } from '#access';
import { hasMutation, ROLES, type AnyDecider, type Foldable, type Id, type Role, type StateSource } from '#kernel';
import { statesOf } from '#kernel/testing';
import { Possibilities } from '#platform/decide';
import { actorWith, AT, ID, ownerAt, PLACES, thingOf, type Relation } from './authorisation-world.js';
import type { Written } from './authorisation.js';
import { withLines } from './written-table.js';

/** What one role may do with a thing that stands like this and is related to them so. */
export interface StagedCell {
  readonly command: string;
  readonly role: Role;
  readonly relation: Relation;
  readonly stage: string;
  /** The code against it; undefined where nothing stands against it, whatever is said. */
  readonly code: string | undefined;
}

/** Where and whose things are at every stage; how far roles reach is told more closely where no stage is looked at. */
const STAGED: readonly Relation[] = [
  'own own',
  'descendant other',
  'ancestor other',
  'prefixSibling other',
  'otherBranch own',
];

/** A thing of each stage that a kind passes through. */
const stagesOf = (decider: AnyDecider): readonly (readonly [string, unknown])[] =>
  [...statesOf(decider)].filter(([stage]) => stage !== 'new').map(([stage, states]) => [stage, states[0]]);

/** The world of somebody's things, with the thing itself standing like this. */
const worldWith = (stream: Id, state: unknown, relation: Relation): StateSource => ({
  claims: () => Promise.resolve([]),
  // The kind of a stream says whose state it is.
  state: <S>(of: Foldable<S>, id: Id) =>
    Promise.resolve((id === stream ? state : thingOf(of as unknown as Foldable<unknown>, ownerAt(relation))) as S),
});

/** Every cell of what goes on with things of a kind: roles × commands × relations × stages, as `viewerCan` answers it. */
export const stagedCells = async (decider: AnyDecider, roles: readonly Role[]): Promise<readonly StagedCell[]> => {
  const stream: Id = `${decider.kind}-${ID}`;
  const cells: StagedCell[] = [];
  for (const [stage, state] of stagesOf(decider))
    for (const relation of STAGED) {
      // Whose it is is told apart from how it stands: what stands so may be anybody's.
      const placed: AnyDecider = { ...decider, stake: () => ownerAt(relation), seenBy: () => ownerAt(relation) };
      const known = { source: worldWith(stream, state, relation), rights: ANYBODY };
      for (const role of roles) {
        const possible = await new Possibilities(actorWith(role), AT, known).of(placed, stream, () => true);
        for (const { type, no } of possible)
          cells.push({ command: `${decider.kind}.${type}`, role, relation, stage, code: no?.code });
      }
    }
  return cells;
};

const HEAD =
  '| of | action | who, and where it lies | at which stages | who or what else |\n| --- | --- | --- | --- | --- |\n';

const EVERYWHERE = Object.keys(PLACES).join(', ');

/** What lies where, for each role that may: roles with the same reach stand together. */
const whereOf = (byRole: Written[string] = {}): string => {
  const roles = new Map<string, readonly string[]>();
  for (const role of Object.keys(ROLES).filter((one): one is Role => Object.hasOwn(byRole, one))) {
    const where = byRole[role] === EVERYWHERE ? 'anywhere' : (byRole[role] ?? '');
    roles.set(where, [...(roles.get(where) ?? []), ROLES[role].en]);
  }
  return [...roles].map(([where, names]) => `${names.join(', ')}: ${where}`).join('; ');
};

/** A text with the matrix in it: roles × resources × actions × relations × stages. What is not listed is denied. */
export const withMatrix = (text: string, deciders: readonly AnyDecider[], listed: Written): string => {
  const lines = deciders.flatMap(({ kind, commands, bars }) =>
    Object.entries(commands.declared)
      .filter(([, declared]) => hasMutation(declared))
      .map(([type, { at }]) => {
        const others = (bars?.[type]?.each ?? []).filter((bar) => bar.kind !== 'stage').map(({ says }) => says.en);
        return `| ${kind} | \`${type}\` | ${whereOf(listed[`${kind}.${type}`])} | ${at.join(', ')} | ${others.join('; ')} |\n`;
      }),
  );
  return withLines(text, HEAD, lines);
};
