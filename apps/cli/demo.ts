import { failureText } from '#platform/telemetry';
import { Presets, SingleBar } from 'cli-progress';
import { withGate, type Gate } from './accounts/gate.js';
import { HELP, optionsFrom, Usage, type Options } from './demo/arguments.js';
import type { Report } from './demo/load.js';
import { loadSummary } from './demo/load-summary.js';
import { givePasswords } from './demo/passwords.js';
import { reached } from './demo/reached.js';
import { story } from './demo/story/index.js';
import { beginStoryClock, holdToClock } from './demo/story-clock.js';
import { tell } from './demo/tell.js';
import { EXIT, Failed } from './failed.js';
import { operatorFailure } from './operator-failure.js';
import { printRows } from './output.js';

/** Progress goes to standard error, and only to a terminal. */
const withProgress = async (gate: Gate, { url, language }: Options): Promise<Report> => {
  const steps = story();
  const bar = new SingleBar({ format: 'Demo 演示 {bar} {value}/{total} {step}' }, Presets.shades_classic);
  bar.start(steps.length, 0, { step: '' });
  try {
    const onStep = ({ name }: { readonly name: string }) => {
      bar.increment(1, { step: name });
    };
    return await tell(gate, steps, { url, language, onStep });
  } finally {
    bar.stop();
  }
};

const SHOWN_BEFORE =
  'Names and passwords were shown when they were made, and are not again 登录名和密码已在创建时显示，不再重复显示';

const showPasswords = async ({ door }: Gate, { language }: Options): Promise<void> => {
  const made = await givePasswords(door, language);
  if (made.length === 0) {
    console.log(SHOWN_BEFORE);
    return;
  }
  console.log('Everybody can sign in now; these passwords are shown this once 现可登录，密码仅显示这一次:');
  printRows(
    made.map((one) => ({ ...one })),
    { isJson: false },
  );
};

const told = async (options: Options): Promise<number> => {
  const { url, dataDirectory } = options;
  await reached(url, '/health/live');
  const began = await beginStoryClock(url, dataDirectory);
  const work = async (gate: Gate) => {
    await holdToClock(gate, began);
    const { lines, exitCode } = loadSummary(await withProgress(gate, options));
    console.log(lines.join('\n'));
    if (exitCode === 0) await showPasswords(gate, options);
    return exitCode;
  };
  return withGate(work, { ...process.env, DATA_DIR: dataDirectory });
};

const main = async (): Promise<number> => {
  const options = optionsFrom(process.argv.slice(2), process.env);
  if (!options.help) return told(options);
  console.log(HELP);
  return 0;
};

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    console.error(operatorFailure(error) ?? failureText(error));
    process.exitCode = error instanceof Failed ? error.exitCode : EXIT.failed;
    if (error instanceof Usage) console.error(`\n${HELP}`);
  },
);
