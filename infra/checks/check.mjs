import { run } from './tools.mjs';

const here = 'infra/checks';
const jest = (spec) => ({ tool: 'jest', args: ['--config', `${here}/jest.config.cjs`, '--silent', spec] });

/** Everything that a change has to pass besides its tests, cheapest explanation first. */
const checks = {
  types: { tool: 'typescript', command: 'tsc', args: ['-p', 'tsconfig.json'] },
  lint: { tool: 'eslint', args: ['--config', `${here}/eslint.config.mjs`, '--max-warnings', '0', '.'] },
  imports: {
    tool: 'dependency-cruiser',
    command: 'depcruise',
    args: ['--config', `${here}/dependency-cruiser.cjs`, 'apps', 'libs', 'test', 'infra'],
  },
  // Its own tsconfig says that dist is built from here, so that it follows aliases to the source.
  unused: {
    tool: 'knip',
    args: ['--config', `${here}/knip.jsonc`, '--tsConfig', `${here}/knip.tsconfig.json`, '--no-progress'],
  },
  formatting: { tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  'schema drift': jest('test/structure/schema.spec.ts'),
  'README snippets': jest('test/structure/readme.spec.ts'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}

const started = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const names = asked.length > 0 ? asked : Object.keys(checks);
const failed = [];
for (const name of names) {
  const begun = Date.now();
  const { ok, stdout, stderr } = await run(checks[name]);
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds(begun)})`);
  if (!ok) {
    failed.push(name);
    console.log(`${stdout}${stderr}`.trimEnd().replace(/^/gm, '        '));
  }
}
console.log(`${names.length - failed.length} of ${names.length} checks passed in ${seconds(started)}`);
process.exitCode = failed.length > 0 ? 1 : 0;
