import { arch, cpus, platform } from 'node:os';
import { append } from './append.js';
import { authorize } from './authorize.js';
import { QUICK, type Bench, type Result } from './bench.js';
import { command } from './command.js';
import { console as consoleBench } from './console.js';
import { kurrent } from './kurrent.js';
import { oracle } from './oracle.js';
import { query } from './query.js';
import { rebuild } from './rebuild.js';
import { replay } from './replay.js';
import { setups } from './setups.js';
import { scale } from './scale.js';
import { window } from './window.js';

const BENCHES: Readonly<Record<string, Bench>> = {
  append,
  authorize,
  command,
  console: consoleBench,
  kurrent,
  oracle,
  query,
  rebuild,
  replay,
  scale,
  setups,
  window,
};

const machine = (): string =>
  `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}, ${platform()} ${arch()}, Node ${process.versions.node}`;

const asTable = ({ title, columns }: Bench, results: readonly Result[]): void => {
  console.log(`\n${title}\n`);
  const [ours, theirs] = columns;
  console.table(
    results.map(({ what, value, unit, beside, ratio, goal, met }) => ({
      ...{ what, [`${ours} (${unit})`]: value, [`${theirs} (${unit})`]: beside, ratio, goal, met: met ? 'yes' : 'NO' },
    })),
  );
};

/**
 * Runs the benchmark NAME and prints a table, or with `--json` one line of JSON as the last line; with `--quick` those that ask the API
 * only show that they run.
 */
const main = async ([name = '', ...flags]: readonly string[]): Promise<void> => {
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) throw new Error(`no benchmark "${name}"; there are: ${Object.keys(BENCHES).join(', ')}`);
  const results = await bench.run(flags.includes('--quick') ? QUICK : undefined);
  const date = new Date().toISOString();
  if (flags.includes('--json')) console.log(JSON.stringify({ bench: name, date, machine: machine(), results }));
  else asTable(bench, results);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
