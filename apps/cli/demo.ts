import { developmentKeys } from '#platform/identity';
import { Presets, SingleBar } from 'cli-progress';
import { HELP, optionsFrom, Usage, type Options } from './demo/arguments.js';
import { HttpServer } from './demo/http-server.js';
import { load, type Report } from './demo/load.js';
import { CannotGoOn } from './demo/server.js';
import { demoPasswords } from './demo/passwords.js';
import { story } from './demo/story/index.js';
import { beginStoryClock } from './demo/story-clock.js';
import { signIn } from './demo/tokens.js';
import { loadSummary } from './demo/load-summary.js';
import { printRows } from './output.js';

/** Progress goes to standard error, and only to a terminal. */
const withProgress = async ({ url, dataDirectory }: Options, language: 'en' | 'zh'): Promise<Report> => {
  const server = new HttpServer({ url, token: signIn(() => developmentKeys(dataDirectory)), language });
  await server.present();
  await beginStoryClock(url, dataDirectory);
  const steps = story();
  const bar = new SingleBar({ format: 'Demo 演示 {bar} {value}/{total} {step}' }, Presets.shades_classic);
  bar.start(steps.length, 0, { step: '' });
  try {
    return await load(steps, server, ({ name }) => {
      bar.increment(1, { step: name });
    });
  } finally {
    bar.stop();
  }
};

const SHOWN_BEFORE =
  'Names and passwords were shown when they were made, and are not again 登录名和密码已在创建时显示，不再重复显示';

const showPasswords = async (dataDirectory: string): Promise<void> => {
  const made = await demoPasswords(dataDirectory);
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

const main = async (): Promise<number> => {
  const options = optionsFrom(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const locale = process.env['LC_ALL'] ?? process.env['LANG'] ?? '';
  const { lines, exitCode } = loadSummary(await withProgress(options, /^zh/i.test(locale) ? 'zh' : 'en'));
  console.log(lines.join('\n'));
  if (exitCode === 0) await showPasswords(options.dataDirectory);
  return exitCode;
};

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    if (error instanceof Usage) console.error(`${error.message}\n\n${HELP}`);
    else if (error instanceof CannotGoOn) console.error(error.message);
    else console.error(error);
    process.exitCode = error instanceof Usage ? 2 : 1;
  },
);
