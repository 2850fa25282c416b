import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, root, run } from './tools.mjs';

/*
 * Prints how large source files are, and how many import cycles there are, as a table or with --json as one line. Fails above the
 * limits and on any cycle, and names the files that are too large.
 */

/** How many lines source files may have; specifications and contracts are apart. */
const limits = { median: 45, p95: 130, max: 200 };

/** The files below these folders, smallest first. */
const sizesIn = (folders, isWanted) =>
  folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .map((path) => `${folder}/${path}`.replaceAll('\\', '/'))
        .filter((path) => /(?<!\.d)\.tsx?$/.test(path) && isWanted(path)),
    )
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length }))
    .toSorted((a, b) => a.lines - b.lines);

const spread = (sizes) => {
  const at = (share) => sizes[Math.max(0, Math.ceil(share * sizes.length) - 1)]?.lines ?? 0;
  return { files: sizes.length, median: at(0.5), p95: at(0.95), max: at(1), largest: sizes.at(-1)?.path ?? '' };
};

const { stdout } = await run(cruise('--output-type', 'json'));
const { summary } = JSON.parse(stdout);
const importCycles = summary.violations.filter(({ rule }) => rule.name === 'no-cycles').length;

const isTest = (path) => /\.(spec|contract)\.ts$/.test(path);
const sizes = sizesIn(['apps', 'libs'], (path) => !isTest(path));
const measured = { source: spread(sizes), tests: spread(sizesIn(['apps', 'libs'], isTest)), importCycles };
if (process.argv.includes('--json')) console.log(JSON.stringify(measured));
else {
  console.table({ source: measured.source, 'specs and contracts': measured.tests });
  console.log(`import cycles: ${importCycles}`);
}

const above = Object.entries(limits).filter(([name, limit]) => measured.source[name] > limit);
for (const [name, limit] of above)
  console.error(`the ${name} of source files is ${measured.source[name]} lines, above ${limit}`);
if (above.length > 0) {
  console.error('the largest:');
  for (const { path, lines } of sizes.filter(({ lines }) => lines > limits.p95).toReversed())
    console.error(`${lines} ${path}`);
}
if (importCycles > 0) console.error(`${importCycles} import cycles; npm run check -- imports names them`);
process.exitCode = above.length > 0 || importCycles > 0 ? 1 : 0;
