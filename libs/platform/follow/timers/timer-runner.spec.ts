import type { AnyTimer, Id } from '#kernel';
import { datedByClock, DecideHandler } from '#platform/decide';
import { isBeyond, MemoryEventStore, Overloaded, type EventStore, type StoredEvent } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Chance } from '../../../../test/simulation/chance.js';
import { asking, sealing } from '../../../../test/simulation/deciding.js';
import { intercept, type Carry } from '../../../../test/simulation/intercept.js';
import { MemoryTimerStore } from '../../../../test/simulation/memory-timer-store.js';
import { livesIn, VirtualTime } from '../../../../test/simulation/virtual-time.js';
import { weighOnTime } from '../../../../test/support/box-decider.js';
import { aBox, append, boxFact, moved, packed } from '../../../../test/support/boxes.js';
import type { DecideAsk } from '../policies/ask-dispatcher.js';
import { timerDelay } from './timer-delay.js';
import { TimerRunner } from './timer-runner.js';

const DAY = 86_400_000;
const log = createLog('silent');

describe('the timer runner', () => {
  let time: VirtualTime;
  let undo: () => void;
  let events: EventStore;
  let store: MemoryTimerStore;
  /** By how much the clock is wrong, in milliseconds. */
  let wrong: number;
  let asked: { readonly stream: Id; readonly at: string; readonly id: string; readonly by: string }[];
  beforeEach(() => {
    time = new VirtualTime();
    undo = livesIn(time);
    const memory = new MemoryEventStore(time.date);
    const grown: EventStore['grown'] = async (after, signal) => {
      for (let looks = 0; looks < 10 && !signal.aborted; looks++) {
        if (isBeyond(await memory.head(), after)) return;
        await time.sleep(100);
      }
    };
    events = intercept(memory, (_, work) => work(), { grown });
    store = new MemoryTimerStore();
    wrong = 0;
    asked = [];
  });
  afterEach(() => {
    undo();
  });

  const clock = () => new Date(time.date().getTime() + wrong);
  /** A moment so many milliseconds after the clock that is right. */
  const inMs = (ms: number) => new Date(time.date().getTime() + ms).toISOString();
  const pass = (ms: number) => {
    const end = time.now + ms;
    time.after(ms, () => undefined);
    return time.until(() => Promise.resolve(time.now >= end), Infinity);
  };

  /** How far what happens may lie ahead of the clock: a log for stories takes what has happened since. */
  let mayLieAhead = 0;

  interface Running {
    readonly timers?: readonly AnyTimer[];
    readonly decide?: (decide: DecideAsk) => DecideAsk;
    readonly carry?: Carry;
    readonly name?: string;
  }
  const run = ({
    timers = [weighOnTime()],
    decide = (same) => same,
    carry = (_, work) => work(),
    name = '',
  }: Running = {}) => {
    const handler = asking(
      new DecideHandler(
        events,
        sealing(new Chance(1)),
        datedByClock(() => new Date(+clock() + mayLieAhead)),
      ),
    );
    const noted: DecideAsk = (ask, as) => {
      asked.push({ stream: ask.stream, at: as.occasion.occurredAt, id: as.occasion.commandId, by: name });
      return handler(ask, as);
    };
    const parts = { timers, store: intercept(store, carry), events, clock, log };
    const runner = new TimerRunner({ ...parts, decide: decide(noted) });
    runner.start();
    const stop = async () => {
      let stopped = false;
      void runner.stop().then(() => (stopped = true));
      await time.until(() => Promise.resolve(stopped), Infinity);
    };
    return { runner, stop };
  };

  const weighings = async (): Promise<readonly StoredEvent[]> =>
    (await events.readAll({ after: 'start', limit: 1_000 })).filter(({ type }) => type === 'BoxWeighed');
  const weighedAt = async () => (await weighings()).map(({ occurredAt }) => occurredAt);

  it('asks once its moment has passed, in the name of the system and as of that moment, and forgets it then', async () => {
    const [at, stream] = [inMs(5_000), aBox()];
    await append(events, stream, [packed({ shelf: at })], { correlationId: 'what belongs together' });
    const [cause] = await events.readStream(stream);
    run();
    await pass(4_999);
    expect(asked).toEqual([]);

    await pass(1_000);
    expect(await weighings()).toMatchObject([
      {
        ...{ stream, occurredAt: at, source: 'system', correlationId: 'what belongs together' },
        ...{ causationId: cause?.eventId, actorId: expect.stringMatching(/^system-/) },
      },
    ]);
    expect(store.rows).toEqual([]);
  });

  it('W2: asks for what falls due up to a moment that the log is about to be run ahead to, and then says so', async () => {
    mayLieAhead = 60_000;
    const [soon, late] = [inMs(20_000), inMs(40_000)];
    await append(events, aBox(), [packed({ shelf: late })]);
    await append(events, aBox(), [packed({ shelf: soon })]);
    const { runner } = run();
    await pass(1_000);
    expect(asked).toEqual([]);
    let reached: readonly string[] | undefined;
    void runner.reach(new Date(Date.parse(soon) + 1_000)).then(async () => (reached = await weighedAt()));
    await pass(2_000);
    mayLieAhead = 0;

    expect(reached).toEqual([soon]);
    expect(await weighedAt()).toEqual([soon]);
  });

  it('asks soon for what is set while nobody looks', async () => {
    run();
    await pass(60_000);
    await append(events, aBox(), [packed({ shelf: inMs(300) })]);
    await pass(400);

    expect(asked).toHaveLength(1);
  });

  it('asks in the order of the moments, late ones too; one stream in turn', async () => {
    const [one, two] = [aBox(), aBox()].sort() as [Id, Id];
    const at = [7, 6, 5, 4, 3, 2, 1].map((hours) => inMs(-hours * 3_600_000));
    const [first, second, third, fourth, fifth] = at as [string, string, string, string, string];
    await append(events, one, [packed({ shelf: fifth }), moved(first)]);
    await append(events, two, [packed({ shelf: second }), moved(third)]);
    await append(events, aBox(), [packed({ shelf: fourth })]);
    let atOnce = 0;
    const busy = new Set<Id>();
    run({
      decide: (decide) => async (ask, as) => {
        expect(busy.has(ask.stream)).toBe(false);
        busy.add(ask.stream);
        atOnce = Math.max(atOnce, busy.size);
        await time.sleep(50);
        const outcome = await decide(ask, as);
        busy.delete(ask.stream);
        return outcome;
      },
    });
    await pass(5_000);

    expect(await weighedAt()).toEqual([first, second, third, fourth, fifth]);
    expect(atOnce).toBeGreaterThan(1);
  });

  it('asks for hundreds of late things, each once and in order', async () => {
    const late = Array.from({ length: 300 }, (_, n) => inMs(-1_000 - n));
    for (const at of late) await append(events, aBox(), [packed({ shelf: at })]);
    run();
    await pass(20_000);

    expect(asked.map(({ at }) => at)).toEqual([...late].reverse());
    expect(await weighings()).toHaveLength(300);
  });

  it.each([
    ['taken back', boxFact('BoxOpened')],
    ['replaced', packed({ shelf: '2100-01-01T00:00:00.000Z' })],
  ])('does not ask for what is %s just before it is due, though its rows do not know it yet', async (_, fact) => {
    const stream = aBox();
    await append(events, stream, [packed({ shelf: inMs(5_000) })]);
    let slow = false;
    // The follower is behind: it stores what it folded long after the event, and the row is found due before.
    const carry: Carry = async (operation, work) => {
      if (operation === 'commit' && slow) await time.sleep(3_000);
      return work();
    };
    run({ carry });
    await pass(4_990);
    slow = true;
    await append(events, stream, [fact]);
    await pass(60_000);

    expect(asked).toEqual([]);
    expect(store.rows.map(({ at }) => at)).toEqual(fact.type === 'BoxOpened' ? [] : ['2100-01-01T00:00:00.000Z']);
  });

  it('asks once over several processes; another one takes over when one dies', async () => {
    for (let n = 1; n <= 20; n++) await append(events, aBox(), [packed({ shelf: inMs(n * 1_000) })]);
    const first = run({ name: 'first' });
    run({ name: 'second' });
    await pass(10_500);
    expect(new Set(asked.map(({ by }) => by))).toEqual(new Set(['first']));
    await first.stop();
    await pass(30_000);

    expect(new Set(asked.map(({ by }) => by))).toEqual(new Set(['first', 'second']));
    expect(asked).toHaveLength(20);
    expect(await weighings()).toHaveLength(20);
  });

  it('asks once, and late, for what became due while nobody ran', async () => {
    const late = [inMs(2_000), inMs(3_000), inMs(4_000)];
    for (const at of [...late].reverse()) await append(events, aBox(), [packed({ shelf: at })]);
    await (async () => {
      const { stop } = run();
      await pass(500);
      await stop();
    })();
    await pass(60_000);
    run();
    await pass(2_000);

    expect(await weighedAt()).toEqual(late);
  });

  it.each(['before it is asked', 'after it was answered'])(
    'asks again after a crash %s, and the log answers as the first time',
    async (when) => {
      await append(events, aBox(), [packed({ shelf: inMs(1_000) })]);
      let crash = true;
      run({
        decide: (decide) => async (ask, as) => {
          if (!crash) return decide(ask, as);
          crash = false;
          if (when === 'after it was answered') await decide(ask, as);
          // The connection goes, and with it the lease: what was answered cannot be noted.
          store.lock.breaks();
          throw new Error('the connection is gone');
        },
      });
      await pass(60_000);

      expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
      expect(await weighings()).toHaveLength(1);
      expect(store.rows).toEqual([]);
    },
  );

  it('fires nothing twice when the clock is set back, and loses nothing', async () => {
    const streams = [aBox(), aBox(), aBox()];
    for (const [n, stream] of streams.entries()) {
      await append(events, stream, [packed({ shelf: inMs((n + 1) * 10_000) })]);
    }
    run();
    await pass(15_000);
    expect(asked.map(({ stream }) => stream)).toEqual(streams.slice(0, 1));

    wrong = -2 * DAY;
    await pass(60_000);
    expect(asked).toHaveLength(1);

    wrong = 0;
    await pass(2_000);
    expect(asked.map(({ stream }) => stream)).toEqual(streams);
    expect(await weighings()).toHaveLength(3);
  });

  it('fires by the clock that it has when the clock is set forward, in order and once', async () => {
    const at = [inMs(3_600_000), inMs(7_200_000), inMs(3 * DAY)];
    for (const each of [...at].reverse()) await append(events, aBox(), [packed({ shelf: each })]);
    run();
    await pass(5_000);
    wrong = DAY;
    await pass(2_000);
    expect(await weighedAt()).toEqual(at.slice(0, 2));

    wrong = 0;
    await pass(60_000);
    expect(asked).toHaveLength(2);
  });

  it('asks again when the clock was set back while it asked: the answer was that the moment has not come', async () => {
    await append(events, aBox(), [packed({ shelf: inMs(1_000) })]);
    let jumps = true;
    run({
      decide: (decide) => async (ask, as) => {
        if (jumps) wrong = -DAY;
        jumps = false;
        return decide(ask, as);
      },
    });
    await pass(60_000);
    expect(await weighings()).toEqual([]);
    expect(store.rows).toHaveLength(1);

    wrong = 0;
    await pass(2_000);
    expect(await weighings()).toHaveLength(1);
    expect(store.rows).toEqual([]);
  });

  it('does not ask without a rest when the gate has another clock', async () => {
    await append(events, aBox(), [packed({ shelf: inMs(1_000) })]);
    const future = {
      recorded: false,
      code: 'OCCURRED_IN_FUTURE',
      message: { en: 'No.', zh: '否。' },
      path: [],
    } as const;
    let asks = 0;
    run({ decide: () => () => (asks++, Promise.resolve(future)) });
    await pass(11_000);

    expect(asks).toBeGreaterThan(5);
    expect(asks).toBeLessThan(25);
  });

  it('takes a refusal for an answer', async () => {
    await append(events, aBox(), [packed({ shelf: inMs(1_000) })]);
    const refused = { recorded: false, code: 'NO', message: { en: 'No.', zh: '否。' }, path: [] } as const;
    run({ decide: (decide) => async (ask, as) => (await decide(ask, as), refused) });
    await pass(60_000);

    expect(asked).toHaveLength(1);
    expect(store.rows).toEqual([]);
  });

  it('tries again when a machine fails, with the same command id', async () => {
    await append(events, aBox(), [packed({ shelf: inMs(1_000) })]);
    let failures = 3;
    run({
      decide: (decide) => async (ask, as) => {
        const outcome = await decide(ask, as);
        if (failures-- > 0) throw new Overloaded(1);
        return outcome;
      },
    });
    await pass(60_000);

    expect(asked).toHaveLength(4);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await weighings()).toHaveLength(1);
  });

  it('parks the stream that makes it throw, goes on with the others, and goes on with it later', async () => {
    const [bad, good] = [aBox(), aBox()];
    const broken = new Set<string>();
    const [early, late] = [inMs(2_000), inMs(30_000)];
    broken.add(late);
    await append(events, bad, [packed({ shelf: early }), moved(late)]);
    await append(events, bad, [boxFact('BoxOpened')]);
    await append(events, bad, [packed({ shelf: late })]);
    await append(events, good, [packed({ shelf: late })]);
    const timers = [weighOnTime(broken)];
    const { stop } = run({ timers });
    await pass(60_000);
    // What is due in a parked stream may have been taken back by what it holds back.
    expect(asked.map(({ stream }) => stream)).toEqual([good]);
    // What comes later waits behind it, whatever it is.
    await append(events, bad, [moved(late)]);
    await pass(5_000);
    expect(await store.parked()).toMatchObject([
      { follower: 'weigh on time', stream: bad, position: 1n, error: 'Error: no …' },
    ]);

    broken.clear();
    await stop();
    run({ timers });
    await pass(5_000);
    expect(asked.map(({ stream, at }) => [stream, at])).toEqual([
      [good, late],
      [bad, late],
      [bad, late],
    ]);
    expect(await store.parked()).toEqual([]);
  });

  it('parks the stream when what is due meets a bug, without trying for long, and asks again in the next term', async () => {
    const [bad, good] = [aBox(), aBox()];
    await append(events, bad, [packed({ shelf: inMs(1_000) })]);
    await append(events, good, [packed({ shelf: inMs(2_000) })]);
    let broken = true;
    const running: Running = {
      decide: (decide) => (ask, as) => {
        if (broken && ask.stream === bad) throw new TypeError('a bug');
        return decide(ask, as);
      },
    };
    const { stop } = run(running);
    await pass(10_000);
    expect(await store.parked()).toMatchObject([{ stream: bad, position: 0n, error: 'TypeError: a bug' }]);
    expect(asked.map(({ stream }) => stream)).toEqual([good]);
    broken = false;
    await stop();
    run(running);
    await pass(5_000);

    expect(asked.map(({ stream }) => stream)).toEqual([good, bad]);
    expect(await store.parked()).toEqual([]);
    expect(store.rows).toEqual([]);
  });

  it('does not hold up other timers while a new one replays the log', async () => {
    const slow = { ...weighOnTime(), name: 'slow' };
    const stream = aBox();
    await append(events, stream, [packed({ shelf: inMs(-1_000) })]);
    const carry: Carry = async (operation, work) =>
      operation === 'commit slow' ? time.sleep(100_000).then(work) : work();
    const leases = intercept(store, (_, work) => work(), {
      lease: async () => {
        const lease = await store.lease();
        return (
          lease && {
            ...lease,
            commit: (step) => carry(`commit ${step.timer}`, () => lease.commit(step)),
          }
        );
      },
    });
    const decide = asking(new DecideHandler(events, sealing(new Chance(1)), datedByClock(clock)));
    const timers = [slow, weighOnTime()];
    new TimerRunner({ timers, store: leases, events, clock, log, decide }).start();
    await pass(60_000);
    expect(await weighings()).toHaveLength(1);
    const delay = await timerDelay({ timers, store, events }, clock());
    expect(delay).toMatchObject({ lag: { events: 2, seconds: 60 }, lateSeconds: 0 });

    await pass(200_000);
    expect(await weighings()).toHaveLength(2);
  });

  it('begins at the start of a log that is shorter than it remembers', async () => {
    const lease = await store.lease();
    await lease?.checkpoint('weigh on time');
    await lease?.commit({
      ...{ timer: 'weigh on time', from: 'start', to: 99n, cancelled: [], parked: [], unparked: [] },
      set: [
        {
          ...{ timer: 'weigh on time', stream: aBox(), key: 'of a lost event', at: inMs(0) },
          ask: { kind: 'box', stream: aBox(), command: { type: 'Weigh', data: { kilos: 1 } } },
          cause: { eventId: 'lost', correlationId: 'lost', position: 90n },
        },
      ],
    });
    await lease?.release();
    const stream = aBox();
    await append(events, stream, [packed({ shelf: inMs(1_000) })]);
    run();
    await pass(5_000);

    expect(asked.map((one) => one.stream)).toEqual([stream]);
  });

  it('looks about once a second while nothing is due, and not at all without timers', async () => {
    let looks = 0;
    let leases = 0;
    const carry: Carry = (operation, work) => {
      if (operation === 'soonest') looks++;
      if (operation === 'lease') leases++;
      return work();
    };
    await append(events, aBox(), [packed({ shelf: inMs(DAY) })]);
    run({ carry });
    await pass(60_000);
    expect(looks).toBeGreaterThan(30);
    expect(looks).toBeLessThan(70);
    expect(leases).toBe(1);

    run({ timers: [], carry });
    await pass(60_000);
    expect(leases).toBe(1);
  });

  it('tells how late the oldest thing is that is due', async () => {
    await append(events, aBox(), [packed({ shelf: inMs(1_000) })]);
    run({ decide: () => () => Promise.reject(new Overloaded(1)) });
    await pass(91_000);

    const delay = () => timerDelay({ timers: [weighOnTime()], store, events }, clock());
    expect(await delay()).toEqual({ lag: { events: 0, seconds: 0 }, lateSeconds: 90 });
    expect(await timerDelay({ timers: [], store, events }, clock())).toEqual({
      lag: { events: 0, seconds: 0 },
      lateSeconds: 0,
    });
  });

  it('refuses two timers of one name', () => {
    expect(() => run({ timers: [weighOnTime(), weighOnTime()] })).toThrow('same name');
  });
});
