import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { idOf, type Id } from '#kernel';
import { ERASED } from '#platform/personal-data';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { openClient } from '../../libs/platform/postgres/connect/with-client.js';
import { times } from '../support/faults.js';
import { query } from '../support/query.js';
import { soon } from '../support/soon.js';
import { attemptMutation, newPeople } from './support/api-work.js';
import { violations } from './support/invariants.js';
import { counted, type Told } from './support/told.js';
import { TwoMachines } from './support/two-machines.js';
import { write } from './support/writers.js';

// The whole program starts here several times, on machines that may be busy.
jest.setTimeout(600_000);

const CLIENTS = 4;
const MADE = 'SELECT FROM sifang_keys.data_key WHERE stream = ANY ($1)';
const WAITING = 'SELECT pid FROM pg_locks WHERE NOT granted AND relation = $1::regclass';

describe('F31 one of two processes is killed that share their keys', () => {
  let machines: TwoMachines;
  const told: Told[] = [];
  beforeAll(async () => {
    machines = await TwoMachines.start();
  });
  afterAll(() => machines.end());

  const person = () => idOf('person', randomUUID());
  const register = (at: 'one' | 'other', id: Id) =>
    attemptMutation(machines[at].client, 'registerPerson', { id, name: `Invented ${id}`, commandId: randomUUID() });
  const names = (id: Id) => Promise.all([machines.one.nameOf(id), machines.other.nameOf(id)]);

  /** Until it is released, whoever would write to this table waits. */
  const holding = async (url: string, table: string) => {
    const client = await openClient(url);
    await client.query(`SET idle_in_transaction_session_timeout = 0; BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    return { release: () => client.end() };
  };
  /** A machine that is gone takes its connections along. */
  const goneWith = (url: string, table: string) =>
    query(url, `SELECT pg_terminate_backend(pid) FROM (${WAITING}) AS waiting`, [table]);
  const isSound = async () => {
    const { address } = machines.other;
    expect(await violations({ url: machines.log.superuserUrl, told, views: VIEWS_OF_ALL, address })).toEqual([]);
    expect((await machines.verified()).wrong).toEqual([]);
  };

  it('while it makes keys: whatever was answered has its key, and the other one never falters', async () => {
    let on = true;
    const patience = { tries: 10_000, pauseMs: 50 };
    const more = () => on;
    const writing = [machines.one, machines.other].map(({ client }) =>
      write({ writers: CLIENTS, work: newPeople(client), more, ...patience }),
    );
    for (let kill = 0; kill < times(1, 20); kill++) {
      await sleep(Math.random() * 500);
      await machines.one.kill();
      await machines.one.begin();
    }
    on = false;
    const [killed = [], others = []] = await Promise.all(writing);
    told.push(...killed, ...others);

    expect(counted(told)).toEqual({ acked: told.length, refused: 0, unknown: 0, later: 0 });
    expect(killed.some(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(others.flatMap(({ reasons }) => reasons)).toEqual([]);
    const { whole } = await machines.kept();
    expect(told.filter(({ stream }) => !whole.includes(stream))).toEqual([]);
    await isSound();
  });

  it('between a key and its event: the key does no harm, and serves whoever comes again', async () => {
    const people = [person(), person(), person()] as const;
    const log = await holding(machines.log.superuserUrl, 'log.event');
    const asked = people.map((id) => register('one', id));
    await soon(async () => expect(await query(machines.keys.ownerUrl, MADE, [people])).toHaveLength(people.length));
    await soon(async () => expect(await query(machines.log.superuserUrl, WAITING, ['log.event'])).not.toEqual([]));
    await machines.one.kill();
    await goneWith(machines.log.superuserUrl, 'log.event');
    await log.release();
    expect((await Promise.all(asked)).map(({ is }) => is)).toEqual(people.map(() => 'unknown'));
    const recorded = 'SELECT FROM log.event WHERE stream = ANY ($1)';
    expect(await query(machines.log.superuserUrl, recorded, [people])).toEqual([]);

    const [again] = people;
    expect(await register('other', again)).toMatchObject({ is: 'acked' });
    await machines.one.begin();
    await soon(async () => expect(await names(again)).toEqual([`Invented ${again}`, `Invented ${again}`]));
    const { whole } = await machines.kept();
    expect(whole.filter((stream) => people.some((id) => id === stream)).toSorted()).toEqual([...people].sort());
    await isSound();
  });

  it('in the middle of a key: there is all of it or none, and the other one goes on', async () => {
    const [id, next] = [person(), person()];
    const table = 'sifang_keys.data_key';
    const keys = await holding(machines.keys.ownerUrl, table);
    const asked = register('one', id);
    await soon(async () => expect(await query(machines.keys.superuserUrl, WAITING, [table])).not.toEqual([]));
    await machines.one.kill();
    await goneWith(machines.keys.superuserUrl, table);
    await keys.release();
    expect(await asked).toMatchObject({ is: 'unknown' });

    for (const each of [id, next]) expect(await register('other', each)).toMatchObject({ is: 'acked' });
    await soon(async () => expect(await machines.other.nameOf(id)).toBe(`Invented ${id}`));
    const { whole } = await machines.kept();
    expect(whole.filter((stream) => stream === id)).toEqual([id]);
    await isSound();
  });

  it('while keys are erased: each is erased or whole, for both alike, and erasing goes on where it was', async () => {
    const begun = machines.one.begin();
    const people = Array.from({ length: 8 }, person);
    for (const id of people) expect(await register('other', id)).toMatchObject({ is: 'acked' });
    const middle = await openClient(machines.keys.ownerUrl);
    await middle.query('SET idle_in_transaction_session_timeout = 0; BEGIN');
    await middle.query('SELECT FROM sifang_keys.data_key WHERE stream = $1 FOR UPDATE', [people[4]]);
    const first = machines.erasing(people);
    await first.line(/erased/);
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await soon(async () => expect(await query(machines.keys.superuserUrl, waiting)).not.toEqual([]));
    first.child.kill('SIGKILL');
    await first.ended;
    await middle.end();
    await begun;

    // What the server had been told to erase it may still erase, and nobody remembers an erased key for more than five seconds.
    await soon(async () => {
      const { whole, erased } = await machines.kept();
      const asErased = people.map((id) => erased.includes(id));
      expect(asErased).toEqual([true, true, true, true, expect.any(Boolean), false, false, false]);
      expect(people.map((id) => whole.includes(id))).toEqual(asErased.map((is) => !is));
      for (const [n, id] of people.entries()) {
        const shown = asErased[n] ? ERASED : `Invented ${id}`;
        expect(await names(id)).toEqual([shown, shown]);
      }
    });
    await isSound();

    expect(await machines.erasing(people).ended).toBe(0);
    expect((await machines.kept()).whole.filter((stream) => people.some((id) => id === stream))).toEqual([]);
    expect(await register('one', person())).toMatchObject({ is: 'acked' });
    await isSound();
  });
});
