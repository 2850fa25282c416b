import { randomUUID } from 'node:crypto';
import { hasMutation, type CommandDeclaration, type Commands, type Role } from '#kernel';
import { expect, it } from '@jest/globals';
import { CONTEXTS } from '../../apps/api/contexts.js';
import { documentOf } from '../../apps/cli/demo/document.js';
import { absent, knownInputOf } from './named-ids.js';
import { ROLES_OF_PEOPLE } from './roles-of-people.js';
import type { RunningApi, Told } from './running-api.js';

type As = Exclude<Role, 'system'>;

interface Case {
  readonly type: string;
  readonly commands: Commands;
  readonly declared: CommandDeclaration;
  readonly as: As;
}

/** Of each command that people ask for: up to three roles that may not, drawn in turn, and one that may, of something that is not there. */
const cases: readonly Case[] = CONTEXTS.flatMap(({ deciders }) => deciders).flatMap(({ commands }) =>
  Object.entries(commands.declared).flatMap(([type, declared], index) => {
    if (!hasMutation(declared)) return [];
    const others = ROLES_OF_PEOPLE.filter((role) => !declared.who.includes(role));
    const drawn = [
      others[index % others.length],
      others[(index + 5) % others.length],
      others[(index + 8) % others.length],
    ];
    const may = declared.begins ? undefined : ROLES_OF_PEOPLE.find((role) => declared.who.includes(role));
    const all = [...new Set([...drawn, may])].filter((role): role is As => role !== undefined);
    return all.map((as) => ({ type, commands, declared, as }));
  }),
);

/** SD7: the same cells over HTTP, on PostgreSQL, some at a time: what is denied in process is denied to clients. */
export const whoMayDoWhat = (running: () => RunningApi): void => {
  const told = async ({ type, commands, declared, as }: Case): Promise<Told> => {
    const said = { commandId: randomUUID(), occurredAt: new Date().toISOString(), reason: 'Because' };
    const input = knownInputOf(commands, declared, (kind) => absent(kind, randomUUID()));
    const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const { data, errors } = await running().ask(as, documentOf(name), { input: { ...said, ...input } });
    return data ? (data['outcome'] as Told) : { message: JSON.stringify(errors) };
  };

  it('SD7: three hundred cells of the matrix are answered over HTTP as they are in process', async () => {
    const wrong: unknown[] = [];
    for (let from = 0; from < cases.length; from += 20) {
      const some = cases.slice(from, from + 20);
      const answers = await Promise.all(some.map(told));
      some.forEach(({ type, declared, as }, at) => {
        const { code, message } = answers[at] ?? {};
        const isDenied = code === 'ROLE_MAY_NOT';
        if (code === undefined || isDenied === declared.who.includes(as)) wrong.push([type, as, code ?? message]);
      });
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });
};
