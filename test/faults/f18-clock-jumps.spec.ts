import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { findBinaries, program } from '../../libs/platform/embedded-postgres/binaries.js';
import { findDataDirectory } from '../../libs/platform/embedded-postgres/data-directory.js';
import { usable } from '../../libs/platform/embedded-postgres/usable-binaries.js';
import { needs, times } from '../support/faults.js';
import { startNode, type NodeProcess } from '../support/node-process.js';
import { query } from '../support/query.js';
import { soon, until } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { apiClient, isReady, newPeople, type ApiClient } from './support/api-work.js';
import { alarmsOf, figuresOf } from './support/figures.js';
import { violations } from './support/invariants.js';
import { openCluster } from './support/own-cluster.js';
import { counted } from './support/told.js';
import { WrongClock } from './support/wrong-clock.js';
import { write } from './support/writers.js';

jest.setTimeout(900_000);

const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'fsync=off'];
/** Back, ahead, ten times as fast, in another age of Unix, and right again. */
const JUMPS = ['-2d', '+1d', '+0 x10', '@2040-02-29 23:59:59', '+0d'];

needs('faketime')('F18 clocks that jump', () => {
  let folder: string;
  let dataDir: string;
  let clocks: { readonly api: WrongClock; readonly database: WrongClock };
  let postgres: ChildProcess;
  let api: NodeProcess;
  let urls: { readonly applicationUrl: string; readonly superuserUrl: string };
  let address: string;

  beforeAll(async () => {
    folder = temporaryFolder();
    dataDir = join(folder, 'data');
    clocks = { api: new WrongClock(join(folder, 'api')), database: new WrongClock(join(folder, 'database')) };
    const cluster = await openCluster(dataDir);
    const { server } = cluster;
    const superuserUrl = Object.assign(new URL(server.superuserUrl), { pathname: 'sifang' }).href;
    urls = { applicationUrl: server.applicationUrl, superuserUrl };
    const { port } = server.server();
    await cluster.close();

    // The same server as before, but by a clock of its own.
    const place = findDataDirectory(join(dataDir, 'postgres'));
    const binaries = usable(findBinaries(), place);
    const args = [...SETTINGS, `port=${String(port)}`].flatMap((setting) => ['-c', setting]);
    const env = { ...binaries.environment, ...clocks.database.environment };
    postgres = spawn(program(binaries, 'postgres'), ['-D', place.cluster, ...args], {
      ...{ cwd: '/', env, stdio: 'ignore' as const },
      ...place.user,
    });
    await soon(() => query(superuserUrl, 'SELECT 1'));
    const { PATH, TMPDIR } = process.env;
    const settings = { PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dataDir, DATABASE_URL: server.applicationUrl };
    api = startNode('apps/api/main.ts', [], { env: { PATH, TMPDIR, ...settings, ...clocks.api.environment } });
    address = /http:\S+?(?=\/graphql)/.exec(await api.line(/GraphQL/))?.[0] ?? '';
  });
  afterAll(async () => {
    api.child.kill('SIGTERM');
    await api.ended;
    postgres.kill('SIGINT');
    await once(postgres, 'exit');
    removeFolder(folder);
  });

  it("cost nothing that was answered, and the log's own time never steps back", async () => {
    const client = await apiClient(dataDir, () => address);
    let on = true;
    let answers = 0;
    const counting: ApiClient = {
      ...client,
      ask: async (...asked) => {
        const answer = await client.ask(...asked);
        answers++;
        return answer;
      },
    };
    const writing = write({ writers: 4, work: newPeople(counting), more: () => on, tries: 10_000 });
    for (const whose of [['database'], ['api'], ['api', 'database']] as const) {
      for (const jump of JUMPS) {
        for (const each of whose) clocks[each].say(jump);
        const before = answers;
        await until(() => answers > before + times(10, 200));
      }
    }
    const [clock] = await query(
      urls.superuserUrl,
      'SELECT max(recorded_at) > clock_timestamp() AS ahead FROM log.event',
    );
    // The clock did jump: the log has been in 2040, and stays there.
    expect(clock).toEqual({ ahead: true });
    // Now that the clocks are right again, somebody is told.
    await soon(async () => {
      await figuresOf(address);
      expect(await alarmsOf(address)).toContain('log-ahead-of-clock');
    });
    on = false;
    const told = await writing;

    expect(counted(told)).toEqual({ acked: told.length, refused: 0, unknown: 0, later: 0 });
    expect(told.flatMap(({ reasons }) => reasons)).not.toContain('INTERNAL_SERVER_ERROR');
    await soon(async () => expect(await isReady(address)).toBe(true));
    expect(await violations({ url: urls.superuserUrl, told, views: VIEWS_OF_ALL, address })).toEqual([]);
  });
});
