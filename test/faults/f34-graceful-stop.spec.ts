import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { times } from '../support/faults.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { query } from '../support/query.js';
import { until } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { startApi } from './support/api-process.js';
import { apiClient, newPeople, type ApiClient } from './support/api-work.js';
import { violations } from './support/invariants.js';
import { reasons, type Told } from './support/told.js';
import { write } from './support/writers.js';

// The whole program starts here several times, on machines that may be busy.
jest.setTimeout(900_000);

const CLIENTS = 16;

describe('F34 a stop under load', () => {
  let database: FreshDatabase;
  const dataDir = temporaryFolder();
  const told: Told[] = [];
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    await database.drop();
    removeFolder(dataDir);
  });

  const recorded = async (commands: readonly Told[]): Promise<number> => {
    const streams = commands.map(({ stream }) => `'${stream}'`).join() || 'NULL';
    const [row] = await query(
      database.superuserUrl,
      `SELECT count(*)::integer AS events FROM log.event WHERE stream IN (${streams})`,
    );
    return Number(row?.['events']);
  };

  it('answers what it took, takes nothing more, loses nothing, and ends with exit code 0', async () => {
    for (let cycle = 0; cycle < times(1, 10); cycle++) {
      const api = await startApi(database, dataDir);
      const client = await apiClient(dataDir, () => api.address);
      let stopping = false;
      // A client that was refused a connection stops: the server is gone.
      let answers = 0;
      const counting: ApiClient = {
        ...client,
        ask: async (query, variables) => {
          const answer = await client.ask(query, variables);
          answers++;
          return answer;
        },
      };
      const work = newPeople(counting);
      const writing = write({ writers: CLIENTS, work, more: () => !stopping, tries: 1 });
      await until(() => answers > 5 * CLIENTS);
      stopping = true;
      api.child.kill('SIGTERM');

      expect(await api.ended).toBe(0);
      const heard = await writing;
      // Whatever it had read was answered: each client had one command on its way. What was still in the socket of a connection
      // that it thought idle met its end, unread, or a plain 503 without a code (NO_ANSWER); a database that was too busy is a fair answer, too.
      const others = heard.filter(({ last }) => last.is !== 'acked');
      expect(others.length).toBeLessThan(CLIENTS);
      for (const why of Object.keys(reasons(others))) expect(why).toMatch(/^(TypeError|UNAVAILABLE|NO_ANSWER)/);
      expect(await recorded(others)).toBe(0);
      await expect(client.ask('{ head }', {})).rejects.toThrow('fetch failed');
      told.push(...heard);
    }
    const { ended, child, address } = await startApi(database, dataDir);
    expect(await violations({ url: database.superuserUrl, told, views: VIEWS_OF_ALL, address })).toEqual([]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
