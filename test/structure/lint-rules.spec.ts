import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { projectFiles, read, root } from '../support/source-files.js';
import { tempTree } from '../support/temp-tree.js';

const core = 'libs/contexts/first/first';
const branches = Array.from({ length: 8 }, (_, n) => `  if (n === ${String(n)}) return 'n${String(n)}';`).join('\n');

const A_LOG = 'interface Log {\n  error(facts: object, message: string): void;\n}\n';

/** A file that breaks one house rule, and the ESLint rule that has to say so. */
const planted: Readonly<Record<string, readonly [rule: string, code: string]>> = {
  [`${core}.decider.ts`]: ['no-restricted-syntax', 'export const chance = Math.random();'],
  [`${core}.events.ts`]: ['no-restricted-globals', 'export const at = new Date(0);'],
  [`${core}.policy.ts`]: ['no-restricted-globals', "console.log('a policy speaks');"],
  [`${core}.state.ts`]: ['no-restricted-globals', 'export const home = process.env;'],
  [`${core}.rules.ts`]: ['no-restricted-imports', "import { sep } from 'node:path';\nexport const at = sep;"],
  'libs/contexts/first/views/card.view.ts': ['no-restricted-globals', 'setTimeout(() => undefined, 5);'],
  'libs/time/clock.ts': ['no-restricted-syntax', 'export const now = () => Date.now();'],
  'libs/kernel/today.ts': ['no-restricted-syntax', 'export const today = () => new Date();'],
  'libs/platform/a/any.ts': ['@typescript-eslint/no-explicit-any', 'export const twice = (n: any) => [n, n];'],
  'libs/platform/a/sure.ts': [
    '@typescript-eslint/no-non-null-assertion',
    'export const first = (list: readonly string[]) => list[0]!;',
  ],
  'libs/platform/a/silenced.ts': [
    '@typescript-eslint/ban-ts-comment',
    "// @ts-ignore\nexport const n: string = 'text';",
  ],
  'libs/platform/a/branches.ts': ['complexity', `export const name = (n: number) => {\n${branches}\n  return '';\n};`],
  'libs/platform/a/many.ts': [
    'no-restricted-syntax',
    'export const sum = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e;',
  ],
  'libs/platform/a/long.ts': [
    'max-lines',
    Array.from({ length: 201 }, (_, n) => `export const n${String(n)} = 0;`).join('\n'),
  ],
  'libs/platform/a/order.ts': [
    'sifang/import-groups',
    "import { z } from 'zod';\nimport { sep } from 'node:path';\nexport const both = [z, sep];",
  ],
  'libs/platform/a/loose.ts': [
    'sifang/begun-at-once',
    'export const two = async (a: () => Promise<number>, b: (n: number) => Promise<number>) =>\n  Promise.all([a(), b(await a())]);',
  ],
  'libs/platform/a/parts.ts': [
    'sifang/caught-in-full',
    `${A_LOG}export const tell = (log: Log, error: Error) => {\n  log.error({ why: error.message }, 'it failed');\n};`,
  ],
  'libs/platform/a/inside.ts': [
    'sifang/caught-in-full',
    `${A_LOG}export const tell = (on: { log: Log }, error: unknown) => {\n  on.log.error({ stream: 's' }, \`it failed: \${String(error)}\`);\n};`,
  ],
  'libs/platform/a/printed.ts': [
    'sifang/caught-in-full',
    'export const tell = (error: unknown) => {\n  console.error(error);\n};',
  ],
  'libs/platform/a/another.ts': ['no-restricted-imports', "import { pino } from 'pino';\nexport const log = pino();"],
  'libs/platform/a/skipped.spec.ts': ['no-restricted-syntax', "it.skip('is never run', () => undefined);"],
  'libs/platform/a/only.spec.ts': ['no-restricted-syntax', "describe.only('alone', () => undefined);"],
};

/** Files that a rule must leave alone. */
const innocent: Readonly<Record<string, string>> = {
  'libs/kernel/minute.ts': 'export const minute = (text: string) => new Date(Date.parse(text)).getUTCMinutes();\n',
  'libs/platform/a/constructed.ts':
    'export class Five {\n  constructor(readonly a: 1, readonly b: 2, readonly c: 3, readonly d: 4, readonly e: 5) {}\n}\n',
  'libs/platform/a/row.ts':
    "import { Field, ObjectType } from '@nestjs/graphql';\n\n@ObjectType()\nexport class Row {\n  @Field(() => String) id!: string;\n}\n",
  'libs/platform/a/together.ts':
    'export const two = (a: () => Promise<number>) => Promise.all([a(), (async () => (await a()) + 1)()]);\n',
  'libs/platform/a/whole.ts': `${A_LOG}export const tell = (log: Log, error: unknown) => {\n  log.error({ stream: 's', error }, 'it failed');\n};\n`,
  'libs/contexts/first/first.resolver.ts': 'export const now = () => new Date();\n',
};

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}

describe('the lint rules', () => {
  const config = 'infra/checks/eslint.config.mjs';
  const tree = tempTree(['tsconfig.json', 'infra/checks'], {
    ...innocent,
    ...Object.fromEntries(Object.entries(planted).map(([file, [, code]]) => [file, `${code}\n`])),
  });
  afterAll(tree.remove);
  symlinkSync(join(root, 'node_modules'), join(tree.path, 'node_modules'), 'junction');
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const run = spawnSync(process.execPath, [eslint, '--config', config, '--format', 'json', 'libs'], {
    cwd: tree.path,
    encoding: 'utf8',
  });
  const linted = JSON.parse(run.stdout || '[]') as readonly Linted[];
  const reported = new Map(
    linted.map(({ filePath, messages }) => [
      relative(tree.path, filePath).replaceAll('\\', '/'),
      new Set(messages.map(({ ruleId }) => ruleId)),
    ]),
  );

  it.each(Object.entries(planted))('report %s', (file, [rule]) => {
    expect([...(reported.get(file) ?? [])]).toContain(rule);
  });

  it.each(Object.keys(innocent))('leave %s alone', (file) => {
    expect([...(reported.get(file) ?? ['never linted'])]).toEqual([]);
  });

  it('are never switched off without a reason', () => {
    const silenced = projectFiles(/\.[cm]?[jt]s$/)
      .flatMap((file) =>
        read(file)
          .split('\n')
          .map((line) => ({ file, line })),
      )
      .filter(({ line }) => line.includes('eslint-disable') && !/ -- \S/.test(line));
    expect(silenced.filter(({ file }) => file !== 'test/structure/lint-rules.spec.ts')).toEqual([]);
  });
});
