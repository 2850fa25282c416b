import { join } from 'node:path';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { begunAtOnce } from './begun-at-once.mjs';
import { caughtInFull } from './caught-in-full.mjs';
import { importGroups } from './import-groups.mjs';

const restricted = (selector, message) => ({ selector, message });

const everywhere = [
  // A constructor's parameters are the fields of its class and are read there; only they may be more than four.
  restricted(
    ':matches(FunctionDeclaration, ArrowFunctionExpression, TSDeclareFunction)[params.length>4]',
    'at most four parameters',
  ),
  restricted(
    ':matches(Property, MethodDefinition[kind!="constructor"]) > FunctionExpression[params.length>4]',
    'at most four parameters',
  ),
  restricted('TSEnumDeclaration', 'a union of literals says the same and leaves no code behind'),
];

const inSpecs = restricted(
  ':not(ConditionalExpression) > MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]',
  'a test runs, or what it needs is asked for on the spot: (there ? it : it.skip)',
);

const readsTheClock = [
  restricted(
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'no clock here: the time arrives in the occasion',
  ),
  restricted('CallExpression[callee.name="Date"]', 'no clock here: the time arrives in the occasion'),
  restricted(
    'MemberExpression[object.name="Date"][property.name="now"]',
    'no clock here: the time arrives in the occasion',
  ),
  restricted(
    'MemberExpression[object.name="Math"][property.name="random"]',
    'no chance here: ids arrive in the command',
  ),
  restricted('ImportExpression', 'imports of pure code stand at the top, where they can be checked'),
];

const machine = [
  ...['process', 'console', 'require', 'globalThis', 'global', 'crypto', 'performance', 'fetch', 'WebSocket'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask'],
].map((name) => ({ name, message: 'pure code does not touch the machine it runs on' }));

const clock = { name: 'Date', message: 'the domain has no clock: times arrive in the occasion or in the command' };
const noNode = { patterns: [{ regex: '^node:', message: 'pure code does not touch the machine it runs on' }] };

/** In a context everything is pure but the files whose names say otherwise. */
const contextShell = ['resolver', 'module', 'args', 'spec'].map((role) => `libs/contexts/**/*.${role}.ts`);
const pureLibraries = ['libs/kernel/**/*.ts', 'libs/time/**/*.ts', 'libs/access/**/*.ts', 'libs/text/**/*.ts'];
const specs = ['**/*.spec.ts', '**/*.contract.ts', '**/*.examples.ts', 'libs/kernel/testing/**/*.ts', 'test/**/*.ts'];

export default defineConfig(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**', 'apps/console/src/api/schema-types.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    plugins: {
      sifang: {
        rules: { 'import-groups': importGroups, 'begun-at-once': begunAtOnce, 'caught-in-full': caughtInFull },
      },
    },
    rules: {
      complexity: ['error', 8],
      'max-lines': ['error', 200],
      'no-restricted-syntax': ['error', ...everywhere],
      'sifang/import-groups': 'error',
      'sifang/begun-at-once': 'error',
      'sifang/caught-in-full': 'error',
      eqeqeq: 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, '../..') },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Mapped types carry `readonly` where it belongs.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // There are no enums of ours; it misreads keys that are computed from type parameters.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // It reports every plain object that is returned as a code-first type.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Rows of views and parts of inputs are classes for the schema's sake only; they hold data, and folds spread them.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        module: 'writable',
        require: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['libs/platform/telemetry/log.ts', ...specs],
    rules: {
      'no-restricted-imports': ['error', { name: 'pino', message: 'one log for all: it knows what may be written' }],
    },
  },
  {
    files: specs,
    rules: {
      'max-lines': 'off',
      'sifang/caught-in-full': 'off',
      'no-restricted-syntax': ['error', ...everywhere, inSpecs],
    },
  },
  {
    files: pureLibraries,
    ignores: specs,
    rules: {
      'no-restricted-globals': ['error', ...machine],
      'no-restricted-imports': ['error', noNode],
      'no-restricted-syntax': ['error', ...everywhere, ...readsTheClock],
    },
  },
  {
    files: ['libs/contexts/**/*.ts'],
    ignores: contextShell,
    rules: {
      'no-restricted-globals': ['error', ...machine, clock],
      'no-restricted-imports': ['error', noNode],
      'no-restricted-syntax': ['error', ...everywhere, ...readsTheClock],
    },
  },
  prettier,
);
