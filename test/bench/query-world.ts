import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import { DevelopmentAuthenticator, developmentKeys } from '#platform/identity';
import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { signIn } from '../../apps/cli/demo/tokens.js';
import { findingCard } from '../../libs/contexts/findings/views/finding-card.view.js';
import { ViewQuery } from '../../libs/platform/postgres/view-query.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { PAGE, type Statement } from './findings-page.js';
import { manyFindings } from './many-findings.js';
import { ServerProcess, SOURCES } from './server-process.js';

const root = join(__dirname, '../..');

/** Enough for several pages. */
const RECORDED = 220;

/** Both servers over the same rows of one PostgreSQL. */
export interface World {
  readonly ours: ServerProcess;
  readonly theirs: ServerProcess;
  /** Of the one who looks, for our side. */
  readonly token: string;
}

const inTurn = async (closers: readonly (() => unknown)[]) => {
  for (const close of closers.toReversed()) await close();
};

/** Starts everything, hands it out, and clears it away whatever happens. */
export const inWorld = async <T>(work: (world: World) => Promise<T>): Promise<T> => {
  // The server runs as it is shipped.
  execFileSync(process.execPath, [join(root, 'infra/build.mjs')]);
  const dataDir = temporaryFolder();
  const opened: (() => unknown)[] = [
    () => {
      removeFolder(dataDir);
    },
  ];
  try {
    const database = await startEmbeddedPostgres({ dataDir });
    opened.push(
      () => {
        removeFolder(database.folder);
      },
      () => database.stop(),
    );
    const ours = await startOurs(database, dataDir);
    opened.push(() => ours.stop());
    const keys = await developmentKeys(dataDir);
    await manyFindings(ours.url, keys, RECORDED);
    const token = await signIn(() => Promise.resolve(keys))(PEOPLE.lead);
    const { actor } = await new DevelopmentAuthenticator(keys).authenticate(token);
    const query = new ViewQuery(findingCard, { actor }, undefined);
    const statement: Statement = { text: query.page({ first: PAGE }), values: query.values.all };
    const theirs = await startTheirs(database, statement);
    opened.push(() => theirs.stop());
    return await work({ ours, theirs, token });
  } finally {
    await inTurn(opened);
  }
};

const startOurs = ({ applicationUrl, ownerUrl }: EmbeddedPostgres, dataDir: string) =>
  ServerProcess.start(['dist/apps/api/main.js'], {
    ...{ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir },
    ...{ DATABASE_URL: applicationUrl, DATABASE_MIGRATION_URL: ownerUrl },
  });

const startTheirs = ({ applicationUrl }: EmbeddedPostgres, statement: Statement) =>
  ServerProcess.start([...SOURCES, 'test/bench/plain-findings.ts', applicationUrl, JSON.stringify(statement)], {});
