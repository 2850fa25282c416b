import { commandHash } from '#platform/event-store';
import type { CommandOf, Id, Process } from '#kernel';
import { PolicyRunner, type DecideAsk } from '#platform/follow';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { box, type boxCommands } from '../../../../test/support/box-decider.js';
import { BoxWorld } from '../../../../test/support/box-world.js';
import {
  aBox,
  aPallet,
  append,
  boxEvents,
  boxFact,
  carried,
  moved,
  packed,
  palletEvents,
} from '../../../../test/support/boxes.js';
import { soon } from '../../../../test/support/soon.js';
import { PostgresPolicyStore } from './postgres-policy-store.js';

interface Content {
  readonly boxes: readonly Id[];
}

/** Whatever came to a shelf is weighed when a pallet leaves it or comes to it, with as many kilos as boxes are there. */
const weighShelf = (
  cursed: ReadonlySet<Id> = new Set(),
): Process<Content, readonly [typeof boxEvents, typeof palletEvents]> => {
  const add = (row: Content | undefined, stream: Id): Content => {
    if (cursed.has(stream)) throw new Error('no such box');
    return { boxes: [...(row?.boxes ?? []).filter((id) => id !== stream), stream] };
  };
  return {
    name: 'weigh_shelf',
    asks: [box],
    memory: {
      name: 'shelf_content',
      version: 1,
      of: [boxEvents, palletEvents],
      owner: 'directory',
      key: {
        box: ({ data }) => ('shelf' in data ? data.shelf : []),
        pallet: ({ data }) => ('from' in data ? [data.from, data.to] : []),
      },
      on: {
        box: {
          BoxPacked: (row, _, { stream }) => add(row, stream),
          BoxMoved: (row, _, { stream }) => add(row, stream),
          BoxOpened: 'ignore',
          BoxWeighed: 'ignore',
          BoxBurnt: 'ignore',
        },
        pallet: { PalletCarried: 'ignore', PalletBroken: 'ignore' },
      },
    },
    react: {
      pallet: {
        PalletCarried: (row) =>
          (row?.boxes ?? []).map((stream, _, { length }) => ({
            ...{ decider: box, stream },
            command: { type: 'Weigh', data: { kilos: length } },
          })),
      },
      box: {
        BoxMoved: (_, { shelf }) => {
          if (shelf === 'fire') throw new Error('no fire');
          return [];
        },
      },
    },
  };
};

describe('a process', () => {
  let world: BoxWorld;
  let stops: (() => Promise<void>)[];
  beforeEach(async () => {
    world = await BoxWorld.open();
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops.reverse()) await stop();
    await world.close();
  });

  const carryOut: DecideAsk = async ({ stream, command }, { occasion }) => {
    const appended = await world.events.append({
      ...{ stream, occasion, commandHash: commandHash(stream, command, occasion) },
      expected: BigInt((await world.events.readStream(stream)).length),
      events: [boxFact('BoxWeighed', { kilos: (command as CommandOf<typeof boxCommands>).data.kilos })],
    });
    return { recorded: true, id: stream, position: String(appended.position), events: appended.events };
  };
  const running = async (process = weighShelf(), decide = carryOut) => {
    const followed = world.follower([process.memory]);
    await followed.start();
    const store = new PostgresPolicyStore(world.pool, [process], world.events);
    const memory = world.viewStore([process.memory]);
    const parts = { policies: [process], store, memory, events: world.events, decide, log: createLog('silent') };
    const runner = new PolicyRunner(parts);
    stops.push(() => runner.stop());
    runner.start();
    /** Until everything that is in the log now was reacted to. */
    const done = async () => {
      const head = await world.events.head();
      await soon(async () => {
        const at = (await store.checkpoints()).get(process.name);
        expect(at !== undefined && at >= head).toBe(true);
      });
    };
    return { runner, store, follower: followed.follower, done };
  };
  const kilos = async (stream: Id) =>
    (await world.events.readStream(stream))
      .filter(({ type }) => type === 'BoxWeighed')
      .map(({ data }) => data['kilos']);

  it('asks by what it remembers of several kinds, as that stood right after the event, whatever came later', async () => {
    const [one, two, later] = [aBox(), aBox(), aBox()];
    await append(world.events, one, [packed({ shelf: 'a' })]);
    await append(world.events, two, [packed({ shelf: 'b' }), moved('a')]);
    await append(world.events, aPallet(), [carried('a', 'c')]);
    await append(world.events, later, [packed({ shelf: 'a' })]);
    await append(world.events, aPallet(), [carried('c', 'a')]);
    const { done } = await running();
    await done();

    expect(await kilos(one)).toEqual([2, 3]);
    expect(await kilos(two)).toEqual([2, 3]);
    expect(await kilos(later)).toEqual([3]);
  });

  it('asks again after a crash between answer and checkpoint, with the effect of once', async () => {
    const [one, two] = [aBox(), aBox()];
    for (const each of [one, two]) await append(world.events, each, [packed({ shelf: 'a' })]);
    await append(world.events, aPallet(), [carried('a', 'b')]);
    let asked = 0;
    const { done } = await running(weighShelf(), async (ask, as) => {
      const outcome = await carryOut(ask, as);
      // The answer is lost with the process that waited for it.
      if (++asked === 2) {
        await world.sql(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database =
          (SELECT oid FROM pg_database WHERE datname = current_database())`);
      }
      return outcome;
    });
    await done();

    expect(asked).toBe(4);
    expect([await kilos(one), await kilos(two)]).toEqual([[2], [2]]);
  });

  it('makes a stream wait that its memory cannot fold, or that it cannot react to, and goes on with others', async () => {
    const [bad, burnt, good] = [aBox(), aBox(), aBox()];
    const cursed = new Set<Id>([bad]);
    await append(world.events, good, [packed({ shelf: 'a' })]);
    await append(world.events, bad, [packed({ shelf: 'a' }), moved('b')]);
    await append(world.events, burnt, [packed({ shelf: 'b' }), moved('fire')]);
    await append(world.events, aPallet(), [carried('a', 'b')]);
    const { done, runner } = await running(weighShelf(cursed));
    await done();

    expect(await kilos(good)).toEqual([1]);
    const waiting = (await runner.parked()).map(({ stream, error }) => [stream, error]);
    expect(waiting).toEqual([
      [bad, 'CannotFollow: shelf_content waits for this stream'],
      [burnt, 'Error: no …'],
    ]);
  });
});
