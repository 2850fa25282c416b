const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const projectsIn = require('./projects.cjs');

const root = join(__dirname, '../..');
// Published as ES modules only; Jest on Node 20 needs them as CommonJS.
const esmOnly = [
  '@tus',
  'srvx',
  'jose',
  'canonicalize',
  'opencc-js',
  'fast-check',
  'pure-rand',
  'openid-client',
  'oauth4webapi',
  'oidc-provider',
];
const { exclude: _, ...swc } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));

/** One compiler for build and tests, so a decorator behaves the same in both. */
const everywhere = {
  rootDir: root,
  testEnvironment: '<rootDir>/infra/checks/forgetting-environment.cjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  setupFiles: ['reflect-metadata'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
const withPostgres = {
  runner: '<rootDir>/infra/checks/patient-runner.cjs',
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
};

const specs = projectsIn(root);
const project = (name, more) => ({
  ...{ displayName: name, ...everywhere, ...more },
  testRegex: specs[name].map((path) => `/${path.replaceAll('.', '\\.')}$`),
});

module.exports = {
  rootDir: root,
  maxWorkers: '100%',
  // Ends what hangs; how fast a machine is, with everything else that it has to do, is for benchmarks to say.
  testTimeout: 120_000,
  projects: [project('pure'), project('server', withPostgres), project('faults', withPostgres)],
};
