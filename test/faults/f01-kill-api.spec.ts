import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { times } from '../support/faults.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { startApi, type ApiProcess } from './support/api-process.js';
import { apiClient, newPeople } from './support/api-work.js';
import { violations } from './support/invariants.js';
import { counted } from './support/told.js';
import { write } from './support/writers.js';

// The whole program starts here several times, on machines that may be busy.
jest.setTimeout(1_800_000);

const CYCLES = times(1, 50);
const CLIENTS = 4;

describe('F01 the API is killed in the middle of commands', () => {
  let database: FreshDatabase;
  let api: ApiProcess;
  const dataDir = temporaryFolder();
  beforeAll(async () => {
    database = await freshDatabase();
    api = await startApi(database, dataDir);
  });
  afterAll(async () => {
    api.child.kill();
    await api.ended;
    await database.drop();
    removeFolder(dataDir);
  });

  it('loses nothing that was answered, and every open outcome is told when the same command is sent again', async () => {
    const client = await apiClient(dataDir, () => api.address);
    let on = true;
    // Enough tries for the longest restart.
    const patience = { tries: 10_000, pauseMs: 50 };
    const writing = write({ writers: CLIENTS, work: newPeople(client), more: () => on, ...patience });
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      await sleep(Math.random() * 500);
      api.child.kill('SIGKILL');
      await api.ended;
      api = await startApi(database, dataDir);
    }
    on = false;
    const told = await writing;

    expect(counted(told)).toEqual({ acked: told.length, refused: 0, unknown: 0, later: 0 });
    // Each kill met commands on their way.
    expect(told.filter(({ reasons }) => reasons.length > 0).length).toBeGreaterThanOrEqual(CYCLES);
    const { address } = api;
    expect(await violations({ url: database.superuserUrl, told, views: VIEWS_OF_ALL, address })).toEqual([]);
  });
});
