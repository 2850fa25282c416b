import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { times } from '../support/faults.js';
import { startNode } from '../support/node-process.js';
import { childrenOf } from '../support/process-tree.js';
import { soon, until } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { apiClient, isReady, newPeople, type ApiClient } from './support/api-work.js';
import { askOn } from './support/asking.js';
import { heardBy, saysWhatToDo } from './support/heard.js';
import { violations } from './support/invariants.js';
import { counted, type Told } from './support/told.js';
import { write } from './support/writers.js';

// The whole program starts here, on machines that may be busy.
jest.setTimeout(1_800_000);

interface Ready {
  readonly folder: string;
  readonly port: number;
}

describe('F02 the whole PostgreSQL is killed', () => {
  const dataDir = temporaryFolder();
  let folder = dataDir;
  afterAll(() => {
    removeFolder(folder);
    removeFolder(dataDir);
  });

  const postmaster = () =>
    Number.parseInt(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '', 10);

  /** Kills the server and every process it started, so that nothing of it can go on. */
  const kill = () => {
    const pid = postmaster();
    for (const each of [pid, ...childrenOf(pid)]) {
      try {
        process.kill(each, 'SIGKILL');
      } catch {
        // It had ended by itself.
      }
    }
  };

  it('comes back by itself, with everything that was answered, while the API stays up', async () => {
    const { PATH, TMPDIR } = process.env;
    const env = { PATH, TMPDIR, PORT: '0', LOG_LEVEL: 'info', DATA_DIR: dataDir, RATE_LIMITS: 'off' };
    const { child, line, ended } = startNode('apps/api/main.ts', [], { env });
    const ready = JSON.parse(await line(/PostgreSQL is ready/)) as Ready;
    folder = ready.folder;
    const address = /http:\S+?(?=\/graphql)/.exec(await line(/GraphQL/))?.[0] ?? '';
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
    const listening = heardBy(counting);
    const so: Told[] = [];
    const more = () => on;
    const writing = write({ writers: 4, work: newPeople(listening.client), more, tries: 10_000, to: so });
    const asking = Promise.all([1, 2].map(() => askOn(listening.client, () => so.at(-1), more)));
    for (let cycle = 0; cycle < times(1, 30); cycle++) {
      const before = answers;
      await until(() => answers > before + 20);
      await sleep(Math.random() * 300);
      kill();
      await soon(async () => expect(await isReady(address)).toBe(false));
      await soon(async () => expect(await isReady(address)).toBe(true));
    }
    on = false;
    const told = await writing;
    await asking;

    expect(counted(told)).toEqual({ acked: told.length, refused: 0, unknown: 0, later: 0 });
    // Never "something went wrong", neither to a command nor to a query: each failure said what to do.
    expect(listening.heard.filter((one) => !saysWhatToDo(one))).toEqual([]);
    const { application } = JSON.parse(readFileSync(join(dataDir, 'postgres/credentials.json'), 'utf8')) as {
      application: string;
    };
    const url = `postgres://sifang_app:${application}@127.0.0.1:${String(ready.port)}/sifang`;
    expect(await violations({ url, told, views: VIEWS_OF_ALL, address })).toEqual([]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
