import { PostgresEventStore } from '#platform/postgres';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { times } from '../support/faults.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { query } from '../support/query.js';
import { soon } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { apiClient, newPeople } from './support/api-work.js';
import { startApi, type ApiProcess } from './support/api-process.js';
import { violations } from './support/invariants.js';
import { Tail } from './support/tail.js';
import { counted, type Told } from './support/told.js';
import { write } from './support/writers.js';

// The whole program starts here several times, on machines that may be busy.
jest.setTimeout(300_000);

describe('two processes on one database', () => {
  let database: FreshDatabase;
  let one: ApiProcess;
  let two: ApiProcess;
  const dataDir = temporaryFolder();
  const told: Told[] = [];
  beforeAll(async () => {
    database = await freshDatabase();
    [one, two] = await Promise.all([startApi(database, dataDir), startApi(database, dataDir)]);
  });
  afterAll(async () => {
    for (const api of [one, two]) api.child.kill();
    await Promise.all([one.ended, two.ended]);
    await database.drop();
    removeFolder(dataDir);
  });

  const writeTo = async (api: () => ApiProcess, writers: number, more: (done: number) => boolean) => {
    const client = await apiClient(dataDir, () => api().address);
    told.push(...(await write({ writers, work: newPeople(client), more })));
  };

  const broken = (address: string) => violations({ url: database.superuserUrl, told, views: VIEWS_OF_ALL, address });

  /** Whoever holds the locks by which one process at a time follows the log. */
  const leases = () =>
    query(
      database.superuserUrl,
      `SELECT pid, objid FROM pg_locks WHERE locktype = 'advisory' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY objid`,
    );

  it('take what 64 writers send, without a gap or a duplicate', async () => {
    const each = times(4, 60);
    const reader = new PostgresEventStore(database.applicationUrl);
    const tail = new Tail(reader);
    await Promise.all([
      writeTo(
        () => one,
        32,
        (done) => done < each,
      ),
      writeTo(
        () => two,
        32,
        (done) => done < each,
      ),
    ]);

    expect(counted(told)).toEqual({ acked: 64 * each, refused: 0, unknown: 0, later: 0 });
    expect(await broken(two.address)).toEqual([]);
    await soon(() => expect(tail.read).toBe(BigInt(64 * each)));
    await tail.stop();
    await reader.close();
    expect(tail.skips).toEqual([]);
  });

  it('F32: a process whose event loop stands still for two seconds stays alive, keeps its leases, and does nothing twice', async () => {
    // A lock for each view, one for the policies and one for the timers.
    await soon(async () => expect(await leases()).toHaveLength(VIEWS_OF_ALL.length + 2));
    const before = await leases();
    let over = false;
    const alive: number[] = [];
    const probe = async (api: ApiProcess) => {
      while (!over) {
        // A prober that allows five seconds, as orchestrators do.
        const { status } = await fetch(`${api.address}/health/live`, { signal: AbortSignal.timeout(5_000) });
        alive.push(status);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const probing = [probe(one), probe(two)];
    const writing = [one, two].map((api) =>
      writeTo(
        () => api,
        4,
        () => !over,
      ),
    );
    for (let n = 1; n <= times(1, 10); n++) {
      for (const api of [one, two]) {
        api.tell(`block ${2_000 + n}`);
        await api.line(new RegExp(`did block ${2_000 + n}`));
      }
    }
    over = true;
    await Promise.all([...probing, ...writing]);

    expect(new Set(alive)).toEqual(new Set([200]));
    expect(await leases()).toEqual(before);
    expect(await broken(one.address)).toEqual([]);
  });

  it.each(['reject', 'throw'])(
    'F37: a process in which something fails that nobody handles (%s) ends, says why, and the other one goes on',
    async (deed) => {
      const writing = [one, two].map((api) =>
        writeTo(
          () => (api === one ? two : api),
          4,
          (done) => done < 10,
        ),
      );
      if (one.child.exitCode !== null) one = await startApi(database, dataDir);
      one.tell(`${deed} planted-${deed}`);
      expect(await one.ended).not.toBe(0);
      await Promise.all(writing);

      expect(one.lines.join('\n')).toContain(`planted-${deed}`);
      // What the dead process followed is followed by the other one now.
      expect(await broken(two.address)).toEqual([]);
    },
  );
});
