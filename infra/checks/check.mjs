import { CONSOLE, makeSchemaTypes } from './schema-types.mjs';
import { cacheOf, cruise, own, run } from './tools.mjs';

const here = 'infra/checks';
const cached = (place) => ['--cache', '--cache-strategy', 'content', '--cache-location', place];
const jest = (spec) => ({ tool: 'jest', args: ['--config', `${here}/jest.config.cjs`, '--silent', spec] });

/** Everything that a change has to pass besides its tests, cheapest explanation first. */
const checks = {
  types: {
    tool: 'typescript',
    command: 'tsc',
    args: ['-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', cacheOf('types')],
  },
  'console types': {
    tool: 'typescript',
    command: 'tsc',
    args: ['-p', CONSOLE, '--incremental', '--tsBuildInfoFile', cacheOf('console-types')],
  },
  // The compiler lets a field pass that the schema does not have.
  'console queries': { tool: 'gql.tada', args: ['check', '--tsconfig', CONSOLE] },
  words: own(`${here}/words.mjs`),
  'console size': own(`${here}/console-size.mjs`),
  lint: {
    tool: 'eslint',
    args: [
      '--config',
      `${here}/eslint.config.mjs`,
      '--max-warnings',
      '0',
      ...cached(cacheOf('lint', [`${here}/import-groups.mjs`])),
      '.',
    ],
  },
  imports: cruise(),
  // Its own tsconfig says that dist is built from here, so that it follows aliases to the source.
  unused: {
    tool: 'knip',
    args: ['--config', `${here}/knip.jsonc`, '--tsConfig', `${here}/knip.tsconfig.json`, '--no-progress'],
  },
  formatting: { tool: 'prettier', args: ['--check', '--log-level', 'warn', ...cached(cacheOf('formatting')), '.'] },
  metrics: own(`${here}/metrics.mjs`),
  rules: own(`${here}/rules.mjs`),
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
const seconds = (from, to) => `${((to - from) / 1000).toFixed(1)} s`;
const names = asked.length > 0 ? asked : Object.keys(checks);
const AT_A_TIME = 2;

await makeSchemaTypes();

const waiting = [];
let running = 0;
const inTurn = async (work) => {
  if (running === AT_A_TIME) await new Promise((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
};
const timed = async (name) => {
  const begun = Date.now();
  return { ...(await run(checks[name])), took: seconds(begun, Date.now()) };
};
// They run side by side, and are told of in the order in which they were asked for.
const results = names.map((name) => ({ name, result: inTurn(() => timed(name)) }));

const failed = [];
for (const { name, result } of results) {
  const { ok, stdout, stderr, took } = await result;
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${took})`);
  if (!ok) {
    failed.push(name);
    console.log(`${stdout}${stderr}`.trimEnd().replace(/^/gm, '        '));
  }
}
console.log(`${names.length - failed.length} of ${names.length} checks passed in ${seconds(started, Date.now())}`);
process.exitCode = failed.length > 0 ? 1 : 0;
