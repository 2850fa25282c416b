import type { AnyDecider, Message, Occasion, Role } from '#kernel';
import { ANYBODY } from '#access';
import { decideOnce } from '#platform/decide';
import { knownInputOf } from './named-ids.js';
import { actorWith, AT, ID, ownerAt, RELATIONS, thingOf, worldOf, type Relation } from './authorisation-world.js';

/** Who may ask for a command, of things related to them how; whoever is not listed may not. */
export type Matrix = Readonly<Record<string, Readonly<Partial<Record<Role, readonly Relation[]>>>>>;

/** What resolvers add to the inputs of commands, as far as access looks at it. */
const translated = ({ territory: territoryPath, orgs: [orgId] }: ReturnType<typeof ownerAt>) => ({
  ...{
    directiveId: `directive-${ID}`,
    recipientId: orgId,
    childId: `directive-${ID}`,
    assignmentId: `assignment-${ID}`,
  },
  ...{ recipients: [], from: AT, orgId, territoryPath, issuer: { orgId, territoryPath } },
  relayOf: { directiveId: `directive-${ID}` },
});

const isAllowed = async (decider: AnyDecider, type: string, role: Role, relation: Relation): Promise<boolean> => {
  const declared = decider.commands.declared[type];
  if (!declared) throw new Error(`no command ${type}`);
  const owner = ownerAt(relation);
  const known = (kind: string) => (kind === 'organisation' ? String(owner.orgs[0]) : `${kind}-${ID}`);
  const command = { type, data: { ...translated(owner), ...knownInputOf(decider.commands, declared, known) } };
  const own: unknown = declared.begins ? decider.initial : thingOf(decider, owner);
  const actor = actorWith(role);
  const { actorId, orgId } = actor;
  const occasion: Occasion = { actorId, orgId, occurredAt: AT, commandId: ID, correlationId: ID, source: 'web' };
  const decision = await decideOnce<unknown, Message, Message, string, object>(
    {
      decider: decider,
      stream: `${decider.kind}-${ID}`,
      command,
      as: { actor, occasion },
    },
    Promise.resolve(own),
    { source: worldOf(owner), streams: new Map(), rights: ANYBODY, now: AT },
  );
  return !('denied' in decision);
};

/** Every cell of a decider's commands, as decisions have it. */
export const cellsOf = async (decider: AnyDecider, roles: readonly Role[]): Promise<Matrix> => {
  const commands = Object.keys(decider.commands.declared).map(async (type) => {
    const cells = roles.map(async (role) => {
      const allowed = await Promise.all(RELATIONS.map((relation) => isAllowed(decider, type, role, relation)));
      return [role, RELATIONS.filter((_, index) => allowed[index])] as const;
    });
    const listed = (await Promise.all(cells)).filter(([, relations]) => relations.length > 0);
    return [`${decider.kind}.${type}`, Object.fromEntries(listed)] as const;
  });
  return Object.fromEntries(await Promise.all(commands));
};

/** The matrix as the file holds it: places and units in short, by command and role. */
export type Written = Readonly<Record<string, Readonly<Partial<Record<Role, string>>>>>;

/** Whether these cells of some roles are those that are written. */
export const isWritten = (cells: Matrix, roles: readonly Role[], listed: Written): boolean =>
  Object.entries(cells).every(([command, byRole]) =>
    roles.every((role) => inShort(byRole[role] ?? []) === (listed[command]?.[role] ?? '')),
  );

/** The matrix as people read it: a line for each role, with the places at which things of every unit are meant, or of one alone. */
export const written = (matrix: Matrix): string => {
  const roles = (listed: Matrix[string]) =>
    Object.entries(listed).map(
      ([role, relations]) => `    ${JSON.stringify(role)}: ${JSON.stringify(inShort(relations))}`,
    );
  const commands = Object.entries(matrix).map(
    ([command, listed]) => `  ${JSON.stringify(command)}: {\n${roles(listed).join(',\n')}\n  }`,
  );
  return `{\n${commands.join(',\n')}\n}\n`;
};

const inShort = (relations: readonly Relation[]): string => {
  const places = [...new Set(relations.map((relation) => relation.split(' ')[0]))];
  return places
    .map((place) => {
      const units = relations
        .filter((relation) => relation.startsWith(`${String(place)} `))
        .map((one) => one.split(' ')[1]);
      return units.length > 1 ? place : `${String(place)} (${String(units[0])} unit)`;
    })
    .join(', ');
};
