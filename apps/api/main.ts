// First: what it changes is for all that is loaded after it.
import './preload.js';
import { createLog, failureText, type Log } from '#platform/telemetry';
import { compileCache } from './preload.js';
import { readConfig, type Config } from './config.js';
import { openDatabase } from './database.js';
import { lookAtStart, startLines } from './doctor/at-start.js';
import { endOnSignal } from './end-on-signal.js';
import { endOnUncaught } from './end-on-uncaught.js';
import type { serve } from './serve.js';
import { startFailure } from './start-failure.js';
import { settingsOf } from './system/settings-of.js';
import { welcome } from './welcome.js';

/** Everything that was opened, to be closed in the opposite order: the application first, the database last. */
const opened: (() => Promise<void>)[] = [];

const closeAll = async () => {
  for (let close = opened.pop(); close; close = opened.pop()) await close();
};

const start = async (config: Config, log: Log) => {
  // The application's code loads while PostgreSQL starts.
  let loading: Promise<{ readonly serve: typeof serve }> | undefined;
  const load = () => (loading ??= import('./serve.js'));
  const database = await openDatabase(config, log, { meanwhile: () => void load().catch(() => undefined), lost: fail });
  opened.push(database.close);
  const looking = lookAtStart(config.dataDir, database.applicationUrl);
  const application = await load();
  const serving = await application.serve(
    { ...config, applicationUrl: database.applicationUrl, shown: settingsOf(process.env) },
    log,
  );
  opened.push(serving.close);
  const found = startLines(await looking);
  console.log([welcome(serving, Math.round(performance.now()), config), ...found].join('\n'));
  await compileCache?.save();
};

/** The operator reads what to set; only a fault of the program's own shows where it happened. */
const fail = (error: unknown) => {
  console.error(startFailure(error) ?? failureText(error));
  void closeAll().finally(() => process.exit(1));
};

const main = async () => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  endOnUncaught(log);
  const started = start(config, log);
  endOnSignal(async () => {
    await started.catch(() => undefined);
    await closeAll();
  });
  await started;
};

main().catch(fail);
