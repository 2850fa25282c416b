import type { AnyDecider, Role } from '#kernel';
import { ownerAt } from './authorisation-world.js';

/** A decider that is broken in one place of its gate. */
export interface Mutant {
  readonly name: string;
  readonly decider: AnyDecider;
  /** Those whose cells it can change: whoever a command does not name is denied before anything is looked at. */
  readonly roles: readonly Role[];
}

/** The decider with this one command, for other roles: what other commands allow is not looked at. */
const withWho = (decider: AnyDecider, type: string, who: readonly Role[]): AnyDecider => {
  const { declared } = decider.commands;
  const command = declared[type];
  if (!command) throw new Error(`no command ${type}`);
  return { ...decider, commands: { ...decider.commands, declared: { [type]: { ...command, who } } } };
};

/** One role too many, and each role too few. */
const ofRoles = (decider: AnyDecider, roles: readonly Role[]): readonly Mutant[] =>
  Object.entries(decider.commands.declared).flatMap(([type, { who }], index) => {
    const others = roles.filter((role) => !who.includes(role));
    const other = others[index % others.length];
    return [
      ...who.map((role) => ({
        name: `${decider.kind}.${type} without ${role}`,
        decider: withWho(
          decider,
          type,
          who.filter((one) => one !== role),
        ),
        roles: [role],
      })),
      ...(other
        ? [
            {
              ...{ name: `${decider.kind}.${type} with ${other}`, roles: [other] },
              decider: withWho(decider, type, [...who, other]),
            },
          ]
        : []),
    ];
  });

/** Whose the thing is, told wrongly: nobody's, the actor's own always, its place without its bodies, its bodies without its place. */
const ofOwners = (decider: AnyDecider): readonly Mutant[] => {
  const { owner } = decider;
  const own = ownerAt('own own');
  const asking = new Set(Object.values(decider.commands.declared).flatMap(({ who }) => who));
  const lies: Readonly<Record<string, AnyDecider['owner']>> = {
    'nobody’s': () => undefined,
    'the actor’s own': () => own,
    'nobody’s when it would be somebody’s body’s': (state, asked) => {
      const told = owner(state, asked);
      return told && { ...told, orgs: [] };
    },
    everywhere: (state, asked) => {
      const told = owner(state, asked);
      return told && { ...told, territory: own.territory };
    },
  };
  return Object.entries(lies).map(([what, lie]) => ({
    name: `${decider.kind} is ${what}`,
    decider: { ...decider, owner: lie },
    roles: [...asking],
  }));
};

/** Every way in which the gate of a decider is broken here. */
export const mutantsOf = (decider: AnyDecider, roles: readonly Role[]): readonly Mutant[] => [
  ...ofRoles(decider, roles),
  ...ofOwners(decider),
];
