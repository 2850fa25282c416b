import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import { migrate } from '#platform/postgres';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { SOURCES } from './server-process.js';

const root = join(__dirname, '../..');
const run = promisify(execFile);

/** How large the log is: `--events N`, by default a million. */
export const eventsAsked = (): number => {
  const at = process.argv.indexOf('--events');
  const asked = at < 0 ? 1_000_000 : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(asked) || asked < 1_000) throw new Error('--events takes a number from 1000 on');
  return asked;
};

/** A log of a generated province on a server of its own, handed out and cleared away whatever happens. */
export const withGeneratedLog = async <T>(
  events: number,
  work: (database: EmbeddedPostgres) => Promise<T>,
): Promise<T> => {
  await run(process.execPath, [join(root, 'infra/build.mjs')]);
  const dataDir = temporaryFolder();
  try {
    const database = await startEmbeddedPostgres({ dataDir });
    try {
      await migrate({ ownerUrl: database.ownerUrl, appRole: database.applicationRole });
      const { PATH, TMPDIR } = process.env;
      const urls = { DATABASE_URL: database.applicationUrl, DATABASE_MIGRATION_URL: database.ownerUrl };
      const program = join(root, 'dist/apps/cli/sifang.js');
      await run(process.execPath, [program, 'generate', '--events', String(events)], {
        env: { PATH, TMPDIR, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...urls },
      });
      return await work(database);
    } finally {
      await database.stop();
      removeFolder(database.folder);
    }
  } finally {
    removeFolder(dataDir);
  }
};

/** Runs a measuring program of this folder in a process of its own; what it prints last is its result. */
export const measuredBy = async <T>(program: string, ...args: readonly string[]): Promise<T> => {
  const { stdout } = await run(process.execPath, [...SOURCES, join(root, 'test/bench', program), ...args]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
};
