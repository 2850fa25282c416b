import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, root, run } from './tools.mjs';

/** Prints how large source files are, and how many import cycles there are, as a table or with --json as one line. */
const source = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((path) => `${folder}/${path}`.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts')),
);
const isTest = (path) => /\.(spec|contract)\.ts$/.test(path);
const linesIn = (path) => readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length;

const spread = (paths) => {
  const sorted = paths.map((path) => ({ path, lines: linesIn(path) })).toSorted((a, b) => a.lines - b.lines);
  const at = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]?.lines ?? 0;
  return { files: sorted.length, median: at(0.5), p95: at(0.95), max: at(1), largest: sorted.at(-1)?.path ?? '' };
};

const { stdout } = await run(cruise('--output-type', 'json'));
const { summary } = JSON.parse(stdout);
const cycles = summary.violations.filter(({ rule }) => rule.name === 'no-cycles').length;

const measured = {
  source: spread(source.filter((path) => !isTest(path))),
  tests: spread(source.filter(isTest)),
  importCycles: cycles,
};
if (process.argv.includes('--json')) console.log(JSON.stringify(measured));
else {
  console.table({ source: measured.source, 'specs and contracts': measured.tests });
  console.log(`import cycles: ${cycles}`);
}
