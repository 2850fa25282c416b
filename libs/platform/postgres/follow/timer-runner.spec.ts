import type { AnyTimer, Id } from '#kernel';
import { datedByClock, DecideHandler } from '#platform/decide';
import { TimerRunner, type DecideAsk, type TimerLease } from '#platform/follow';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../../../../test/support/box-world.js';
import { weighOnTime } from '../../../../test/support/box-decider.js';
import { aBox, append, boxFact, moved, packed } from '../../../../test/support/boxes.js';
import { soon, until } from '../../../../test/support/soon.js';
import { Chance } from '../../../../test/simulation/chance.js';
import { asking, sealing } from '../../../../test/simulation/deciding.js';
import { PostgresTimerStore } from './postgres-timer-store.js';

const PAST = '2022-03-31T09:00:00.000Z';
const LATER = '2022-03-31T10:00:00.000Z';
const FUTURE = '2100-01-01T00:00:00.000Z';
const TIMER = weighOnTime();

describe('timers on PostgreSQL', () => {
  let world: BoxWorld;
  let stops: (() => Promise<void>)[];
  beforeEach(async () => {
    world = await BoxWorld.open();
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
    await world.close();
  });

  const storeOf = (timers: readonly AnyTimer[] = [TIMER], pool = world.pool) =>
    new PostgresTimerStore(pool, timers, world.events);
  const leaseOf = async (store = storeOf()): Promise<TimerLease> => {
    const lease = await store.lease();
    if (!lease) throw new Error('another process runs the timers');
    stops.push(() => lease.release());
    return lease;
  };
  const decide = () =>
    asking(
      new DecideHandler(
        world.events,
        sealing(new Chance(1)),
        datedByClock(() => new Date()),
      ),
    );
  const run = (timers: readonly AnyTimer[] = [TIMER], ask: DecideAsk = decide(), pool = world.pool) => {
    const store = storeOf(timers, pool);
    const parts = { timers, store, events: world.events, decide: ask, clock: () => new Date() };
    const runner = new TimerRunner({ ...parts, log: createLog('silent') });
    stops.push(() => runner.stop());
    runner.start();
    const caughtUp = () =>
      soon(async () => {
        const head = await world.events.head();
        expect([...(await store.checkpoints()).values()]).toEqual(timers.map(() => head));
      });
    return { runner, store, caughtUp };
  };
  const weighings = async () =>
    (await world.events.readAll({ after: 'start', limit: 1_000 })).filter(({ type }) => type === 'BoxWeighed');
  const due = () => world.sql('SELECT timer, stream, key, at FROM view.due ORDER BY at, key');
  const row = (stream: Id, key: string, at: string) => ({
    ...{ timer: TIMER.name, stream, key, at },
    ask: { kind: 'box', stream, command: { type: 'Weigh', data: { kilos: 3 } } },
    cause: { eventId: '00000000-0000-4000-8000-000000000007', correlationId: 'together', position: 2n ** 60n },
  });
  const step = (to: bigint, change: Partial<Parameters<TimerLease['commit']>[0]> = {}) => ({
    ...{ timer: TIMER.name, from: 'start' as const, to, set: [], cancelled: [], parked: [], unparked: [] },
    ...change,
  });

  it('keep what is due until it is answered, in the order in which it is decided', async () => {
    const lease = await leaseOf();
    const [one, two] = [aBox(), aBox()].sort() as [Id, Id];
    const rows = [row(one, 'a', PAST), row(one, 'b', PAST), row(two, 'a', PAST), row(one, 'c', FUTURE)];
    await lease.checkpoint(TIMER.name);
    await lease.commit(step(3n, { set: [...rows].reverse() }));
    expect(await lease.soonest([TIMER.name], 10)).toEqual(rows);
    expect(await lease.soonest([TIMER.name], 2)).toEqual(rows.slice(0, 2));
    expect(await lease.soonest(['another'], 10)).toEqual([]);

    const again = row(one, 'a', LATER);
    await lease.commit(step(4n, { from: 3n, set: [again], cancelled: [{ stream: one, key: 'b' }] }));
    // What was set again meanwhile was not answered.
    await lease.remove(rows.slice(0, 3));
    expect(await lease.soonest([TIMER.name], 10)).toEqual([again, rows[3]]);
    expect(await storeOf().soonest()).toBe(LATER);
  });

  it('store rows, parked streams and checkpoint together, or nothing', async () => {
    const store = storeOf();
    const lease = await leaseOf(store);
    await lease.checkpoint(TIMER.name);
    const [held, other] = [aBox(), aBox()];
    await lease.commit(step(3n, { set: [row(held, 'a', PAST), row(other, 'a', LATER)] }));
    const parked = [{ follower: TIMER.name, stream: held, position: 4n, error: 'no shelf' }];

    // The last thing that is written cannot be: everything before it is undone.
    const bad = { ...row(other, 'b', PAST), at: 'no moment' };
    const change = { from: 3n, set: [row(held, 'b', PAST), bad], cancelled: [{ stream: other, key: 'a' }], parked };
    await expect(lease.commit(step(5n, change))).rejects.toThrow('due_at_check');
    await expect(lease.commit(step(5n, { ...change, from: 4n, set: [] }))).rejects.toThrow(TIMER.name);
    await expect(lease.commit(step(5n, { from: 4n }))).rejects.toThrow(TIMER.name);
    expect((await lease.soonest([TIMER.name], 10)).map(({ stream }) => stream)).toEqual([held, other]);
    expect((await store.checkpoints()).get(TIMER.name)).toBe(3n);
    expect(await store.parked()).toEqual([]);

    await lease.commit(step(5n, { ...change, set: [] }));
    expect(await store.parked()).toEqual(parked);
    // What is due in a stream that waits is kept, and waits too.
    expect(await lease.soonest([TIMER.name], 10)).toEqual([]);
    expect(await store.soonest()).toBeUndefined();
    await lease.commit(step(5n, { from: 5n, unparked: [held] }));
    expect(await lease.soonest([TIMER.name], 10)).toHaveLength(1);
  });

  it('forget everything when they begin at the start of a log', async () => {
    const lease = await leaseOf();
    await lease.checkpoint(TIMER.name);
    await lease.commit(step(3n, { set: [row(aBox(), 'a', PAST)] }));
    expect(await lease.checkpoint(TIMER.name)).toBe(3n);
    await lease.restart(TIMER.name);
    expect(await due()).toEqual([]);

    await lease.commit(step(3n, { set: [row(aBox(), 'a', PAST)] }));
    await world.sql(`UPDATE view.checkpoint SET log = 'another'`);
    expect(await lease.checkpoint(TIMER.name)).toBe('start');
    expect(await due()).toEqual([]);
  });

  it('ask for what is due, late things in order, and know the same after the rows are folded again', async () => {
    const [late, future] = [aBox(), aBox()];
    await append(world.events, late, [packed({ shelf: LATER }), moved(PAST)]);
    await append(world.events, future, [packed({ shelf: FUTURE }), moved(FUTURE), boxFact('BoxOpened')]);
    await append(world.events, future, [packed({ shelf: FUTURE })]);
    const { runner, caughtUp } = run();
    await soon(async () => expect(await weighings()).toHaveLength(2));
    await caughtUp();
    await soon(async () => expect(await due()).toHaveLength(1));
    await runner.stop();
    const before = await due();

    await world.sql(`DELETE FROM view.checkpoint`);
    const again = run();
    await again.caughtUp();
    await soon(async () => expect(await due()).toEqual(before));

    expect((await weighings()).map(({ occurredAt, data }) => [occurredAt, data['kilos']])).toEqual([
      [PAST, 1],
      [LATER, 0],
    ]);
  });

  it('are run by one process at a time; another takes over when the connection of the first one breaks', async () => {
    const asked: string[] = [];
    const note =
      (who: string): DecideAsk =>
      (ask, as) => (asked.push(who), decide()(ask, as));
    const one = run([TIMER], note('one'));
    await one.caughtUp();
    await append(world.events, aBox(), [packed({ shelf: PAST })]);
    await soon(async () => expect(await weighings()).toHaveLength(1));
    run([TIMER], note('two'), world.openPool());
    await append(world.events, aBox(), [packed({ shelf: PAST })]);
    await soon(async () => expect(await weighings()).toHaveLength(2));
    expect(asked).toEqual(['one', 'one']);

    await one.runner.stop();
    await append(world.events, aBox(), [packed({ shelf: PAST })]);
    await soon(async () => expect(await weighings()).toHaveLength(3));
    expect(asked).toEqual(['one', 'one', 'two']);
  });

  it('ask again when the connection breaks before the answer is noted, with the effect of once', async () => {
    await append(world.events, aBox(), [packed({ shelf: PAST })]);
    let asked = 0;
    const { store } = run([TIMER], async (ask, as) => {
      const outcome = await decide()(ask, as);
      if (++asked === 1) {
        await world.sql(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database =
          (SELECT oid FROM pg_database WHERE datname = current_database())`);
      }
      return outcome;
    });
    await until(() => asked > 1);
    await soon(async () => expect(await store.soonest()).toBeUndefined());

    expect(asked).toBe(2);
    expect(await weighings()).toHaveLength(1);
  });

  it('leave alone what belongs to a timer that this release does not have', async () => {
    const [mine, other] = [aBox(), aBox()];
    const next = weighOnTime(new Set(), 'of the next release');
    await append(world.events, other, [packed({ shelf: FUTURE })]);
    const later = run([next]);
    await later.caughtUp();
    await later.runner.stop();
    await world.sql(`UPDATE view.due SET at = '${PAST}'`);
    await append(world.events, mine, [packed({ shelf: PAST })]);
    const now = run();
    await soon(async () => expect(await weighings()).toHaveLength(1));
    expect(await now.store.soonest()).toBe(FUTURE);

    expect((await due()).map(({ timer, at }) => [timer, at])).toEqual([
      ['of the next release', PAST],
      [TIMER.name, FUTURE],
    ]);
  });

  it('are written by the application’s role, which can neither change nor empty the table', async () => {
    const app = (sql: string) => world.pool.query(sql);
    await expect(app('TRUNCATE view.due')).rejects.toThrow('permission denied');
    await expect(app('ALTER TABLE view.due ADD COLUMN more text')).rejects.toThrow('must be owner');
    await expect(app('DELETE FROM view.due')).resolves.toMatchObject({ rowCount: 0 });
  });
});
