import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { projectFiles, root } from '../support/source-files.js';
import { tempTree } from '../support/temp-tree.js';

type Projects = Readonly<Record<'pure' | 'server' | 'faults', readonly string[]>>;

const projectsIn = async (checkout: string): Promise<Projects> => {
  const { default: find } = (await import(join(root, 'infra/checks/projects.cjs'))) as {
    default: (checkout: string) => Projects;
  };
  return find(checkout);
};

/** Specifications in a throw-away checkout, by the project that each belongs to. */
const planted: Projects = {
  pure: [
    `libs/a/says-nothing.spec.ts`,
    `libs/a/reads-a-file.spec.ts`,
    `libs/a/types-only.spec.ts`,
    `libs/a/words-only.spec.ts`,
  ],
  server: [
    `apps/b/direct.spec.ts`,
    `libs/a/through-a-helper.spec.ts`,
    `libs/a/through-an-alias.spec.ts`,
    `libs/a/for-its-effect.spec.ts`,
    `libs/a/later.spec.ts`,
    `test/c/starts.spec.ts`,
    `test/c/browser.spec.ts`,
  ],
  faults: [`libs/a/breaks.fault.spec.ts`, `test/faults/f01.spec.ts`],
};

const texts: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ imports: { '#libs/*': { source: './libs/*/index.ts' } } }),
  'libs/a/reads-a-file.spec.ts': `import { readFileSync } from 'node:fs';\nimport { help } from './help.js';`,
  'libs/a/types-only.spec.ts': `import type { FreshDatabase } from '../../test/support/fresh-database.js';`,
  'libs/a/words-only.spec.ts': `// see test/support/fresh-database.ts and 'node:child_process'`,
  'apps/b/direct.spec.ts': `import {\n  freshDatabase,\n} from '../../test/support/fresh-database.js';`,
  'libs/a/through-a-helper.spec.ts': `import { world } from './world.js';`,
  'libs/a/through-an-alias.spec.ts': `import { world } from '#libs/a';`,
  'libs/a/for-its-effect.spec.ts': `import './world.js';`,
  'libs/a/later.spec.ts': `const world = await import('./world.js');`,
  'test/c/starts.spec.ts': `import { spawn } from 'node:child_process';`,
  'test/c/browser.spec.ts': `import { chromium } from 'playwright-core';`,
  'libs/a/index.ts': `export * from './world.js';`,
  'libs/a/help.ts': `import { help } from './help.js';`,
  'libs/a/world.ts': `import { freshDatabase } from '../../test/support/fresh-database.js';`,
  'test/support/fresh-database.ts': '',
};

describe('the projects of the test run', () => {
  const specs = Object.values(planted).flat();
  const tree = tempTree([], { ...Object.fromEntries(specs.map((path) => [path, ''])), ...texts });
  afterAll(tree.remove);

  it('are told apart by what a specification can reach', async () => {
    const found = await projectsIn(tree.path);
    const sorted = Object.entries(found).map(([name, paths]) => [name, [...paths].sort()]);
    expect(Object.fromEntries(sorted)).toEqual(
      Object.fromEntries(Object.entries(planted).map(([name, paths]) => [name, [...paths].sort()])),
    );
  });

  it('hold every specification of this project once', async () => {
    const found = await projectsIn(root);
    expect(Object.values(found).flat().sort()).toEqual([...projectFiles(/\.spec\.ts$/)].sort());
    for (const paths of Object.values(found)) expect(paths.length).toBeGreaterThan(20);
  });
});
