import { SYSTEM } from '#access';
import { isProcess, type AnyPolicy, type AnyReactor, type CommandOf, type Id } from '#kernel';
import type { Outcome } from '#platform/decide';
import { commandHash, Overloaded, Unavailable, type After } from '#platform/event-store';
import { PolicyRunner, type DecideAsk } from '#platform/follow';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../../../../test/support/box-world.js';
import { box, type boxCommands } from '../../../../test/support/box-decider.js';
import { aBox, append, boxFact, moved, packed } from '../../../../test/support/boxes.js';
import { soon, until } from '../../../../test/support/soon.js';
import { PostgresPolicyStore } from './postgres-policy-store.js';

/** Whoever moves a box has to weigh others, with as many kilos as it was moved times. */
const weighAfterMove = (targets: readonly Id[], broken: ReadonlySet<string> = new Set()): AnyPolicy => ({
  name: 'weigh after move',
  of: box,
  asks: [box],
  on: {
    BoxMoved: ({ shelf }: { shelf: string }, moves: number) => {
      if (broken.has(shelf)) throw new Error(`no shelf ${shelf}`);
      return targets.map((stream) => ({ decider: box, stream, command: { type: 'Weigh', data: { kilos: moves } } }));
    },
  },
});

describe('the policy runner', () => {
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

  const refused: Outcome = { recorded: false, code: 'NO', message: { en: 'No.', zh: '否。' }, path: [] };

  /** Appends what was asked for, as deciding it would. */
  const carryOut: DecideAsk = async ({ stream, command }, { occasion }) => {
    const appended = await world.events.append({
      ...{ stream, occasion, commandHash: commandHash(stream, command, occasion) },
      expected: BigInt((await world.events.readStream(stream)).length),
      events: [boxFact('BoxWeighed', { kilos: (command as CommandOf<typeof boxCommands>).data.kilos })],
    });
    return { recorded: true, id: stream, position: String(appended.position), events: appended.events };
  };
  const aRunner = (policies: readonly AnyReactor[], decide: DecideAsk = carryOut, pool = world.pool) => {
    const store = new PostgresPolicyStore(pool, policies, world.events);
    const memory = world.viewStore(policies.flatMap((one) => (isProcess(one) ? [one.memory] : [])));
    const runner = new PolicyRunner({
      policies,
      memory,
      store,
      events: world.events,
      decide,
      log: createLog('silent'),
    });
    stops.push(() => runner.stop());
    runner.start();
    /** Until everything that is in the log now was reacted to. */
    const done = async () => {
      const head = await world.events.head();
      const isDone = (at: After | undefined) => at !== undefined && at >= head;
      await soon(async () => {
        const at = await store.checkpoints();
        expect(policies.map(({ name }) => isDone(at.get(name)))).toEqual(policies.map(() => true));
      });
    };
    return { runner, store, done };
  };
  const weighings = async (stream: Id) =>
    (await world.events.readStream(stream)).filter(({ type }) => type === 'BoxWeighed');

  it('asks in the name of the system, because of the event, with the state right after it', async () => {
    const [cause, target] = [aBox(), aBox()];
    await append(world.events, cause, [packed(), moved('b'), moved('c')], { correlationId: 'what belongs together' });
    const { done } = aRunner([weighAfterMove([target])]);
    await done();

    const causes = (await world.events.readStream(cause)).slice(1);
    expect((await weighings(target)).map(({ data }) => data)).toEqual([{ kilos: 1 }, { kilos: 2 }]);
    expect(await weighings(target)).toMatchObject(
      causes.map(({ eventId, recordedAt, correlationId }) => ({
        ...{ correlationId, causationId: eventId, occurredAt: recordedAt },
        ...{ actorId: SYSTEM.actorId, source: 'system' },
      })),
    );
  });

  it('asks again after a crash, with the effect of once', async () => {
    const [cause, one, two] = [aBox(), aBox(), aBox()];
    await append(world.events, cause, [packed(), moved('b')]);
    let crash = true;
    let asked = 0;
    const { done } = aRunner([weighAfterMove([one, two])], async (ask, as) => {
      asked++;
      const outcome = await carryOut(ask, as);
      if (crash && ask.stream === two) {
        crash = false;
        // The answer is lost with the process that waited for it.
        await world.sql(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database =
          (SELECT oid FROM pg_database WHERE datname = current_database())`);
      }
      return outcome;
    });
    await done();

    expect(asked).toBe(4);
    expect(await weighings(one)).toHaveLength(1);
    expect(await weighings(two)).toHaveLength(1);
  });

  it('takes a refusal for an answer and goes on', async () => {
    const asked: Id[] = [];
    await append(world.events, aBox(), [packed(), moved('b'), moved('c')]);
    const targets = [aBox(), aBox()];
    const { done, runner } = aRunner([weighAfterMove(targets)], ({ stream }) => {
      asked.push(stream);
      return Promise.resolve(refused);
    });
    await done();

    expect(asked).toEqual([...targets, ...targets]);
    expect(await runner.parked()).toEqual([]);
  });

  it('tries again when a machine fails or a race is lost, with the same command id', async () => {
    const ids: string[] = [];
    const target = aBox();
    await append(world.events, aBox(), [packed(), moved('b')]);
    const { done } = aRunner([weighAfterMove([target])], (ask, as) => {
      ids.push(as.occasion.commandId);
      if (ids.length === 1) throw new Overloaded(1);
      return ids.length === 2 ? Promise.resolve({ ...refused, code: 'CONFLICT' }) : carryOut(ask, as);
    });
    await done();

    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(await weighings(target)).toHaveLength(1);
  });

  it('asks many things at once, but one stream in turn', async () => {
    const [slow, ...others] = Array.from({ length: 200 }, aBox);
    let atOnce = 0;
    let most = 0;
    const turns: number[] = [];
    await append(world.events, aBox(), [packed(), moved('b')]);
    const targets = [...others, slow ?? aBox(), slow ?? aBox()];
    const { done } = aRunner([weighAfterMove(targets)], async ({ stream }) => {
      most = Math.max(most, ++atOnce);
      if (stream === slow) turns.push(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (stream === slow) turns.push(-1);
      atOnce--;
      return refused;
    });
    await done();

    expect(most).toBe(64);
    expect(turns).toEqual([1, -1, 1, -1]);
  });

  it('F20: parks the stream that makes a policy throw, and reacts to it later, in order', async () => {
    const [bad, good, target] = [aBox(), aBox(), aBox()];
    const broken = new Set(['b']);
    await append(world.events, bad, [packed(), moved('b')]);
    await append(world.events, bad, [moved('c')]);
    await append(world.events, good, [packed(), moved('d')]);
    const policies = [weighAfterMove([target], broken)];
    const { done, runner } = aRunner(policies);
    await done();
    const because = async () => (await weighings(target)).map(({ data }) => data['kilos']);
    expect(await because()).toEqual([1]);
    expect(await runner.parked()).toEqual([
      { follower: 'weigh after move', stream: bad, position: 1n, error: 'Error: no …' },
    ]);

    broken.clear();
    await runner.stop();
    aRunner(policies);
    await soon(async () => expect(await runner.parked()).toEqual([]));

    expect(await because()).toEqual([1, 1, 2]);
  });

  it('asks again while the clock is behind what happened, which is no answer', async () => {
    const [cause, target] = [aBox(), aBox()];
    await append(world.events, cause, [packed(), moved('b')]);
    let behind = 2;
    const { done } = aRunner([weighAfterMove([target])], (ask, as) =>
      behind-- > 0 ? Promise.resolve({ ...refused, code: 'OCCURRED_IN_FUTURE' }) : carryOut(ask, as),
    );
    await done();

    expect(await weighings(target)).toHaveLength(1);
  });

  it('parks the stream when what it asks for meets a bug, without trying for long', async () => {
    const cause = aBox();
    await append(world.events, cause, [packed(), moved('b')]);
    let tries = 0;
    const { done, runner } = aRunner([weighAfterMove([aBox()])], () => {
      tries++;
      throw new TypeError('a bug');
    });
    await done();

    expect(tries).toBe(1);
    expect(await runner.parked()).toMatchObject([{ stream: cause, error: 'TypeError: a bug' }]);
  });

  it('F21: parks a stream whose history it cannot read, when it has to react to it', async () => {
    const [unread, target] = [aBox(), aBox()];
    await append(world.events, unread, [packed(), boxFact('BoxMoved', { shelf: 'b' }, 99)]);
    const { done, runner } = aRunner([weighAfterMove([target])]);
    await done();

    expect(await runner.parked()).toMatchObject([{ stream: unread, position: 1n }]);
    expect(await weighings(target)).toEqual([]);
  });

  it('parks the stream when a policy asks for a command that it does not declare', async () => {
    const [cause, target] = [aBox(), aBox()];
    await append(world.events, cause, [packed(), moved('b')]);
    const { done, runner } = aRunner([{ ...weighAfterMove([target]), asks: [] }]);
    await done();

    expect(await runner.parked()).toMatchObject([
      { stream: cause, error: expect.stringContaining('that it asks box') },
    ]);
    expect(await weighings(target)).toEqual([]);
  });

  it('lets each policy go on at its own pace', async () => {
    const target = aBox();
    const stuck = { ...weighAfterMove([aBox()]), name: 'stuck' };
    const { store } = aRunner([stuck, weighAfterMove([target])], (ask, as) =>
      ask.stream === target ? carryOut(ask, as) : Promise.reject(new Unavailable(new Error('no connection'))),
    );
    await append(world.events, aBox(), [packed(), moved('b')]);
    await soon(async () => expect(await weighings(target)).toHaveLength(1));

    await soon(async () => expect((await store.checkpoints()).get('weigh after move')).toBe(await world.events.head()));
    expect((await store.checkpoints()).get('stuck')).toBe('start');
  });

  it('goes on from the checkpoint that all policies shared; one that is new begins at the start of the log', async () => {
    const [early, late, target] = [aBox(), aBox(), aBox()];
    const { position } = await append(world.events, early, [packed(), moved('b')]);
    await world.sql(`INSERT INTO view.checkpoint (follower, version, log, position)
      SELECT '$policies', 0, id::text, ${String(position)} FROM log.identity`);
    const before = aRunner([weighAfterMove([target])]);
    await append(world.events, late, [packed(), moved('b')]);
    await before.done();
    await before.runner.stop();
    const causes = async () => (await weighings(target)).map(({ causationId }) => causationId);
    const moves = async (box: Id) => (await world.events.readStream(box)).slice(1).map(({ eventId }) => eventId);
    expect(await causes()).toEqual(await moves(late));

    const fresh = { ...weighAfterMove([target]), name: 'fresh' };
    await aRunner([weighAfterMove([target]), fresh]).done();
    expect(await causes()).toEqual([...(await moves(late)), ...(await moves(early)), ...(await moves(late))]);
  });

  it('runs in one process at a time; another one takes over where it stopped', async () => {
    const target = aBox();
    const asked: string[] = [];
    const note =
      (who: string): DecideAsk =>
      (ask, as) => (asked.push(who), carryOut(ask, as));
    const policies = [weighAfterMove([target])];
    const one = aRunner(policies, note('one'));
    await append(world.events, aBox(), [packed(), moved('b')]);
    await one.done();
    const two = aRunner(policies, note('two'), world.openPool());
    await append(world.events, aBox(), [packed(), moved('b')]);
    await one.done();
    expect(asked).toEqual(['one', 'one']);

    await one.runner.stop();
    await append(world.events, aBox(), [packed(), moved('b')]);
    await two.done();

    expect(asked).toEqual(['one', 'one', 'two']);
  });

  it('stops promptly while a machine keeps failing, and does not count that as done', async () => {
    let tries = 0;
    await append(world.events, aBox(), [packed(), moved('b')]);
    const { runner, store } = aRunner([weighAfterMove([aBox()])], () => {
      tries++;
      throw new Error('no connection');
    });
    await until(() => tries > 3);

    const began = performance.now();
    await runner.stop();

    expect(performance.now() - began).toBeLessThan(500);
    expect((await store.checkpoints()).get('weigh after move')).toBe('start');
    expect(await runner.parked()).toEqual([]);
  });

  it('refuses two policies of one name', () => {
    const twice = [weighAfterMove([]), weighAfterMove([])];

    expect(() => aRunner(twice)).toThrow('same name');
  });
});
