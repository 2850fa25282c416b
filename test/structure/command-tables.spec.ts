import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyDecider } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '../../apps/api/contexts.js';
import { factsIn, withCommands } from '../support/command-table.js';
import { projectFiles, read, root } from '../support/source-files.js';

const isListed = (value: unknown): value is AnyDecider =>
  CONTEXTS.some(({ deciders }) => (deciders as readonly unknown[]).includes(value));

const decidersBelow = async (folder: string): Promise<readonly AnyDecider[]> => {
  const files = projectFiles(new RegExp(`^${folder}/.*\\.decider\\.ts$`));
  const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<object>));
  return modules.flatMap((exported) => Object.values(exported).filter(isListed));
};

describe('the table of commands', () => {
  // A context without a decider has no commands.
  const readmes = projectFiles(/^libs\/contexts\/.*\.decider\.ts$/)
    .map((file) => file.split('/').slice(0, 3).join('/'))
    .filter((folder, place, all) => all.indexOf(folder) === place)
    .map((folder) => `${folder}/README.md`);
  it.each(readmes)('in %s says who asks for what as declared; after a change: COMMANDS=write', async (file) => {
    const deciders = await decidersBelow(file.slice(0, file.lastIndexOf('/')));
    const wanted = withCommands(read(file), deciders);
    if (process.env['COMMANDS'] === 'write') writeFileSync(join(root, file), wanted);
    expect(read(file)).toBe(wanted);
    const facts = deciders.flatMap(({ events }) => Object.keys(events.facts));
    expect([...factsIn(wanted)].sort()).toEqual([...facts].sort());
  });
});
