import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSdl, schemaOf } from '#platform/graphql';
import { expect, it } from '@jest/globals';
import { projectFiles, read, root } from '../support/source-files.js';

const SDL = 'apps/api/schema.graphql';

const isClass = (value: unknown): value is new () => unknown => typeof value === 'function';

it('the committed schema is the one that the resolvers make', async () => {
  const files = projectFiles(/^(apps|libs)\/.*\.resolver\.ts$/);
  const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<object>));
  const printed = printSdl(await schemaOf(modules.flatMap((exported) => Object.values(exported).filter(isClass))));
  if (process.env['SCHEMA'] === 'write') writeFileSync(join(root, SDL), printed);
  expect(existsSync(join(root, SDL)) ? read(SDL) : 'no schema yet').toBe(printed);
});
