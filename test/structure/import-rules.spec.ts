import { afterAll, describe, expect, it } from '@jest/globals';
import { cruise } from '../support/cruise.js';
import { root } from '../support/source-files.js';
import { tempTree } from '../support/temp-tree.js';

const imports = (...from: readonly string[]) => from.map((name) => `import '${name}';`).join('\n');

/** For each rule, files that break it and nothing else: the file, and what it imports. */
const planted: Readonly<Record<string, readonly (readonly [file: string, ...imports: readonly string[]])[]>> = {
  'no-cycles': [['libs/platform/a/left.ts', './right.js']],
  'kernel-stands-alone': [
    ['libs/kernel/uses-access.ts', '#access'],
    ['libs/kernel/uses-node.ts', 'node:crypto'],
  ],
  'pure-libraries-look-down': [
    ['libs/access/uses-text.ts', '#text'],
    ['libs/text/uses-platform.ts', '#platform/views'],
    ['libs/time/uses-node.ts', 'node:fs'],
  ],
  'domain-core-is-pure': [
    ['libs/contexts/first/first.decider.ts', '#platform/views'],
    ['libs/contexts/first/first.events.ts', 'node:crypto'],
    ['libs/contexts/first/first.policy.ts', '@nestjs/common'],
    ['libs/contexts/first/first.state.ts', './views/card.view.js'],
    ['libs/contexts/first/first.rules.ts', './first.resolver.js'],
    ['libs/contexts/first/deep/deep.decider.ts', '#platform/views'],
    ['libs/contexts/first/deep/deeper/deeper.events.ts', '@nestjs/common'],
  ],
  'projections-are-pure': [
    ['libs/contexts/first/views/shown.view.ts', '@nestjs/common'],
    ['libs/contexts/first/deep/views/deep.view.ts', '#platform/graphql'],
  ],
  'contexts-look-down: parties': [['libs/contexts/parties/person/views/person.view.ts', '#contexts/duties']],
  'contexts-look-down: grants': [['libs/contexts/grants/grant/grant.args.ts', '#contexts/findings']],
  'contexts-look-down: policy-packs': [['libs/contexts/policy-packs/effective.ts', '#contexts/duties']],
  'contexts-look-down: duties': [['libs/contexts/duties/duty.args.ts', '#contexts/directives']],
  'contexts-look-down: imports': [['libs/contexts/imports/import.args.ts', '#contexts/directives']],
  'contexts-look-down: directives': [['libs/contexts/directives/receipt/receipt.state.ts', '#contexts/findings']],
  'contexts-look-down: evidence': [['libs/contexts/evidence/evidence.args.ts', '#contexts/findings']],
  'inputs-alone-validate': [['libs/contexts/first/first.args.ts', 'class-validator']],
  'doors-alone-are-open': [
    ['libs/processes/when-a-then-b.policy.ts', '../contexts/first/first.free.js'],
    ['libs/sample-world/story.ts', '../contexts/first/first.resolver.js'],
  ],
  'nothing-leans-on-processes': [['libs/contexts/second/second.args.ts', '#processes']],
  'doors-are-pure': [['libs/contexts/second/index.ts', './second.resolver.js', './views/card.view.js']],
  'contexts-meet-at-the-door': [['libs/contexts/second/views/other.view.ts', '../../first/first.free.js']],
  'proofs-are-pure': [['libs/transparency/proof.ts', 'zod']],
  'platform-knows-no-context': [
    ['libs/platform/b/knows.ts', '#contexts/third'],
    ['libs/platform/b/makes-up.ts', '#sample-world'],
  ],
  'apps-only-compose': [['libs/platform/b/composes.ts', '../../../apps/api/main.js']],
  'modules-are-wired-by-apps': [['libs/contexts/third/third.resolver.ts', './third.module.js']],
  'drivers-stay-in-adapters': [
    ['libs/platform/b/drives.ts', 'pg'],
    ['apps/api/drives.ts', '@eventstore/db-client'],
  ],
  'nothing-leans-on-tests': [
    ['libs/platform/b/leans.ts', '../../kernel/testing/index.js'],
    ['apps/api/leans.ts', '../../test/support/help.js'],
  ],
  'console-stands-alone': [['apps/console/src/asks.ts', '../../../libs/access/index.js']],
  'nothing-leans-on-the-console': [['apps/api/shows.ts', '../console/src/words.js']],
  'imports-resolve': [['apps/api/dreams.ts', './nowhere.js']],
};

/** Files that break no rule, for the planted ones to point at. */
const innocent: Readonly<Record<string, string>> = {
  'libs/kernel/index.ts': imports('zod'),
  'libs/kernel/testing/index.ts': imports('@nestjs/common'),
  'libs/access/index.ts': imports('#kernel'),
  'libs/text/index.ts': '',
  'libs/platform/views/index.ts': imports('#kernel', '#access'),
  'libs/platform/graphql/index.ts': imports('./input/rules.js'),
  'libs/platform/graphql/input/rules.ts': imports('class-validator'),
  'libs/processes/index.ts': imports('#contexts/third', '#kernel'),
  'libs/sample-world/index.ts': imports('#contexts/third', '#platform/views'),
  'libs/platform/a/right.ts': imports('./left.js'),
  'libs/platform/postgres/index.ts': imports('pg'),
  'libs/transparency/tree.ts': imports('node:crypto'),
  'libs/contexts/first/first.free.ts': imports('#kernel', '#access', '#contexts/third', 'zod'),
  'libs/contexts/first/first.resolver.ts': imports('./first.free.js', './views/card.view.js', '#platform/views'),
  'libs/contexts/first/views/card.view.ts': imports('../first.free.js', 'zod'),
  'libs/contexts/second/second.resolver.ts': imports('@nestjs/common'),
  'libs/contexts/second/views/card.view.ts': imports('#kernel'),
  'libs/contexts/duties/index.ts': imports('./duty.state.js'),
  'libs/contexts/duties/duty.state.ts': imports('#contexts/parties'),
  'libs/contexts/parties/index.ts': '',
  'libs/contexts/directives/index.ts': '',
  'libs/contexts/findings/index.ts': imports('./finding.state.js'),
  'libs/contexts/findings/finding.state.ts': imports('#contexts/directives', '#contexts/duties', '#contexts/parties'),
  'libs/contexts/third/index.ts': imports('./third.events.js'),
  'libs/contexts/third/third.events.ts': imports('#kernel', 'zod'),
  'libs/contexts/third/third.examples.ts': imports('./third.events.js', '#kernel/testing'),
  'libs/contexts/third/third.module.ts': imports('@nestjs/common'),
  'apps/console/src/words.ts': '',
  'apps/api/main.ts': imports('#contexts/third/third.module'),
  'test/support/help.ts': '',
};

const packages = ['zod', 'pg', '@nestjs/common', '@eventstore/db-client', 'class-validator'].map(
  (name) => `node_modules/${name}/index.js`,
);

describe('the import rules', () => {
  const files = Object.values(planted).flat();
  const tree = tempTree(['package.json', 'tsconfig.json', 'infra/checks/dependency-cruiser.cjs'], {
    ...innocent,
    ...Object.fromEntries(packages.map((file) => [file, ''])),
    ...Object.fromEntries(files.map(([file, ...from]) => [file, imports(...from)])),
  });
  afterAll(tree.remove);
  const { violations, ruleSetUsed } = cruise(tree.path, ['apps', 'libs', 'test']);
  const found = new Map(files.map(([file]) => [file, new Set<string>()]));
  for (const { rule, from } of violations) found.set(from, (found.get(from) ?? new Set()).add(rule.name));

  it.each(Object.entries(planted))('%s reports its planted violations, and no other rule does', (name, broken) => {
    expect(broken.map(([file]) => [file, ...(found.get(file) ?? [])])).toEqual(broken.map(([file]) => [file, name]));
  });

  it('leave innocent files alone', () => {
    expect(Object.keys(innocent).filter((file) => found.has(file))).toEqual([]);
  });

  it('are all planted', () => {
    expect(Object.keys(planted).sort()).toEqual(ruleSetUsed.forbidden.map(({ name }) => name).sort());
  });

  it('hold in the project itself', () => {
    const here = cruise(root, ['apps', 'libs', 'test', 'infra']);
    expect(here.totalCruised).toBeGreaterThan(20);
    expect(here.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});
