import { prepare } from '#platform/event-store';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openClient } from '../../libs/platform/postgres/connect/with-client.js';
import { appendEach } from '../../libs/platform/postgres/log/append-batch.js';
import { BoxWorld } from '../support/box-world.js';
import { boxCard, shelfBoard } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { query } from '../support/query.js';
import { until } from '../support/soon.js';
import { boxAppend, newBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { counted } from './support/told.js';
import { Tail } from './support/tail.js';
import { write } from './support/writers.js';

const VIEWS = [boxCard(), shelfBoard()];
const WRITERS = 16;
const EACH = times(10, 65);

describe('F07 a late commit: one append stays open while others come after it', () => {
  let world: BoxWorld;
  beforeEach(async () => {
    world = await BoxWorld.open();
    await world.follower(VIEWS).start();
  });
  afterEach(() => world.close());

  /** Writes one event and keeps its transaction open. */
  const held = async () => {
    const client = await openClient(world.database.applicationUrl);
    await client.query('BEGIN');
    await client.query(appendEach([prepare(boxAppend())]));
    return client;
  };

  const waitingForTheLock = async () => {
    const [row] = await world.sql(
      `SELECT count(*) > 0 AS some FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
    );
    return row?.['some'] === true;
  };

  it.each(['COMMIT', 'ROLLBACK'])(
    'is overtaken by nobody, and skipped by no reader, when it ends in %s',
    async (end) => {
      const first = await write({ writers: 2, work: newBoxes(world.events), more: (done) => done < 5 });
      const tail = new Tail(world.events);
      const head = await world.events.head();
      const late = await held();
      const writing = write({ writers: WRITERS, work: newBoxes(world.events), more: (done) => done < EACH });
      while (!(await waitingForTheLock()));
      // Whoever reads now is answered, and sees nothing that comes after what is still open.
      expect(await world.events.head()).toBe(head);
      await late.query(end);
      await late.end();
      const told = [...first, ...(await writing)];

      expect(counted(told).acked).toBe(told.length);
      const count = (await world.events.head()) as bigint;
      await until(() => tail.read > count);
      await tail.stop();
      expect(tail.skips).toEqual([]);
      expect(await violations({ url: world.database.superuserUrl, told, views: VIEWS })).toEqual([]);
    },
  );

  it('would be skipped if positions came from a sequence, as this reader would notice', async () => {
    const { ownerUrl } = world.database;
    await query(ownerUrl, 'CREATE TABLE naive (position bigint GENERATED ALWAYS AS IDENTITY (MINVALUE 0 START 0))');
    const insert = 'INSERT INTO naive DEFAULT VALUES';
    const late = await openClient(ownerUrl);
    await late.query(`BEGIN; ${insert}`);
    await query(ownerUrl, insert);
    const rows = async (after: bigint) =>
      (await query(ownerUrl, `SELECT position FROM naive WHERE position > ${String(after)} ORDER BY 1`)).map(
        ({ position }) => BigInt(String(position)),
      );
    const events = {
      readAll: async ({ after }: { after: bigint | 'start' }) =>
        (await rows(after === 'start' ? -1n : after)).map((position) => ({ position })),
      grown: () => late.query('SELECT pg_sleep(0.01)').then(() => undefined),
    };
    const tail = new Tail(events as unknown as ConstructorParameters<typeof Tail>[0]);
    await until(() => tail.read === 2n);
    await late.query('COMMIT');
    await tail.stop();
    await late.end();

    expect(tail.skips).toEqual(['after start came 1']);
    expect(await rows(-1n)).toEqual([0n, 1n]);
  });
});
