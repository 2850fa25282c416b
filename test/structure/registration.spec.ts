import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '../../apps/api/contexts.js';
import { unregistered, unspecified, type Exports } from '../support/registration.js';
import { projectFiles, read, root } from '../support/source-files.js';

const PARTS = /^libs\/(contexts|processes)\/.*\.(decider|view|memory|policy|timer|resolver)\.ts$/;

const exportsOf = async (files: readonly string[]) =>
  Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, (await import(join(root, file))) as Exports] as const)),
  );

const decider = { decide: {}, evolve: {} };
const [gaps, asks] = [
  { name: 'gaps', on: {} },
  { name: 'asks', on: {} },
];
const planted = { 'x.decider.ts': { decider }, 'x.view.ts': { gaps, gapRow: {} }, 'x.policy.ts': { gaps, asks } };

describe('every decider, view, policy, timer and resolver', () => {
  it('stands in the list of a context', async () => {
    const files = projectFiles(PARTS);
    expect(files.length).toBeGreaterThan(20);
    expect(unregistered(await exportsOf(files), CONTEXTS)).toEqual([]);
  });

  it('is missed where it does not', () => {
    expect(unregistered(planted, [{ deciders: [decider], views: [gaps], policies: [asks] }])).toEqual([]);
    expect(unregistered(planted, [{ deciders: [decider], views: [gaps], policies: [] }])).toEqual([
      'x.policy.ts: asks',
    ]);
    expect(unregistered({ 'x.timer.ts': { limit: { name: 'limit', due: {} } } }, [])).toEqual(['x.timer.ts: limit']);
    expect(unregistered({ 'x.resolver.ts': { XResolver: class XResolver extends Array {} } }, [])).toEqual([
      'x.resolver.ts: XResolver',
    ]);
    expect(unregistered({ 'x.view.ts': { gapRow: {} } }, [])).toEqual(['x.view.ts: nothing to register']);
  });
});

describe('every command', () => {
  const folders = projectFiles(/^libs\/(contexts|processes)\/.*\.decider\.ts$/).map((file) =>
    file.split('/').slice(0, 3).join('/'),
  );
  it.each([...new Set(folders)])('of %s is asked for in a specification beside it', async (folder) => {
    const below = projectFiles(new RegExp(`^${folder}/`));
    const exported = await exportsOf(below.filter((file) => file.endsWith('.decider.ts')));
    const deciders = CONTEXTS.flatMap((context) => context.deciders);
    const here = deciders.filter((one) => Object.values(exported).some((names) => Object.values(names).includes(one)));
    const commands = here.flatMap((one) => Object.keys(one.commands.declared));
    expect(commands.length).toBeGreaterThan(0);
    expect(unspecified(commands, below.filter((file) => file.endsWith('.spec.ts')).map(read))).toEqual([]);
  });

  it('is missed where no specification that asks names it', () => {
    const specs = ["given().when({ type: 'OpenDoor', data })", "title('CloseDoor')"];
    expect(unspecified(['OpenDoor', 'CloseDoor', 'LockDoor'], specs)).toEqual(['CloseDoor', 'LockDoor']);
  });
});
