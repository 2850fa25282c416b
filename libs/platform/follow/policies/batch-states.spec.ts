import type { AnyPolicy, Id } from '#kernel';
import type { Outcome } from '#platform/decide';
import {
  MemoryEventStore,
  UnreadableEvent,
  type After,
  type EventStore,
  type UnreadEvent,
} from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { box } from '../../../../test/support/box-decider.js';
import { aBox, append, boxFact, moved, packed } from '../../../../test/support/boxes.js';
import { until } from '../../../../test/support/soon.js';
import type { Parked } from '../loop/parked.js';
import { PolicyRunner, type PolicyLog } from './policy-runner.js';
import type { PolicyLease, PolicyStore } from './policy-store.js';

/** Tells of each move in which the stream stood, and to whom it was told. */
const policy: AnyPolicy = {
  name: 'count moves',
  of: box,
  asks: [box],
  on: {
    BoxMoved: (_: object, moves: number, { stream }: { stream: Id }) => [
      { decider: box, stream, command: { type: 'Weigh', data: { kilos: moves } } },
    ],
    BoxWeighed: () => [],
  },
};

describe('a policy that follows the log', () => {
  let memory: MemoryEventStore;
  let reads: Id[];
  let from: (bigint | undefined)[];
  let atOnce: { now: number; most: number };
  let moves: After[];
  let parked: Parked[];
  let asked: [stream: Id, kilos: unknown][];
  let running: PolicyRunner | undefined;
  beforeEach(() => {
    memory = new MemoryEventStore();
    [reads, from, moves, parked, asked] = [[], [], [], [], []];
    atOnce = { now: 0, most: 0 };
  });
  afterEach(() => running?.stop());

  const readStream: EventStore['readStream'] = async (stream, range) => {
    reads.push(stream);
    from.push(range?.from);
    atOnce.most = Math.max(atOnce.most, ++atOnce.now);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce.now -= 1;
    return memory.readStream(stream, range);
  };
  const leaseAt = (checkpoint: After): PolicyLease => ({
    checkpoint: () => Promise.resolve(checkpoint),
    move: (_, __, to) => Promise.resolve(void moves.push(to)),
    parked: () => Promise.resolve([]),
    park: (one) => Promise.resolve(void parked.push(one)),
    unpark: () => Promise.resolve(),
    release: () => Promise.resolve(),
  });
  /** Runs the policy from a checkpoint until it has come to the end of the log. */
  const run = async (checkpoint: After, more: Partial<PolicyLog> = {}) => {
    const events: PolicyLog = {
      readStream,
      head: () => memory.head(),
      scan: (range) => memory.scan(range),
      grown: (after, signal) => memory.grown(after, signal),
      ...more,
    };
    const lease = leaseAt(checkpoint);
    const store: PolicyStore = {
      lease: () => Promise.resolve(lease),
      checkpoints: () => Promise.resolve(new Map()),
      parked: () => Promise.resolve(parked),
    };
    running = new PolicyRunner({
      ...{ policies: [policy], store, events, log: createLog('silent') },
      memory: { rowsAt: () => Promise.resolve(new Map()), parked: () => Promise.resolve([]) },
      decide: ({ stream, command }) => {
        asked.push([stream, (command.data as { kilos: number }).kilos]);
        return Promise.resolve<Outcome>({ recorded: true, id: stream, position: '0', events: [] });
      },
    });
    running.start();
    const head = await memory.head();
    await until(() => moves.at(-1) === head);
  };

  it('reads no history that the log brings along', async () => {
    const stream = aBox();
    await append(memory, stream, [packed(), ...Array.from({ length: 700 }, () => moved('a'))]);
    await run('start');
    expect(asked).toEqual(Array.from({ length: 700 }, (_, n) => [stream, n + 1]));
    expect(reads).toEqual([]);
  });

  it('reads what streams held before a batch once each, several at the same time, in the order of the log', async () => {
    const streams = Array.from({ length: 40 }, () => aBox());
    for (const stream of streams) await append(memory, stream, [packed(), moved('a'), moved('b')]);
    const checkpoint = await memory.head();
    for (let n = 0; n < 4; n++) for (const stream of streams) await append(memory, stream, [moved('c')]);
    await run(checkpoint);
    expect(asked).toEqual([3, 4, 5, 6].flatMap((count) => streams.map((stream) => [stream, count])));
    expect(reads.toSorted()).toEqual(streams.toSorted());
    expect(atOnce.most).toBe(16);
  });

  it('remembers from batch to batch how streams stood', async () => {
    const stream = aBox();
    await append(memory, stream, [packed()]);
    const checkpoint = await memory.head();
    for (let n = 0; n < 3; n++)
      await append(
        memory,
        stream,
        Array.from({ length: 400 }, () => moved('a')),
      );
    await run(checkpoint);
    expect(asked.map(([, count]) => count)).toEqual(Array.from({ length: 1_200 }, (_, n) => n + 1));
    expect(reads).toEqual([stream]);
  });

  it('reads on from where it saw a stream last, when batches brought of it what says nothing to the policy', async () => {
    const stream = aBox();
    await append(memory, stream, [packed(), moved('a')]);
    await append(memory, aBox(), [packed(), ...Array.from({ length: 197 }, () => weighed())]);
    await append(
      memory,
      stream,
      Array.from({ length: 600 }, () => boxFact('BoxOpened', {})),
    );
    await append(memory, stream, [moved('b')]);
    await run('start');
    expect(asked).toEqual([
      [stream, 1],
      [stream, 2],
    ]);
    expect([reads, from]).toEqual([[stream], [2n]]);
  });

  it('folds no batch that left out an event of the stream: it asks the log how the stream stood', async () => {
    const stream = aBox();
    await append(memory, stream, [packed(), moved('a'), moved('b'), moved('c'), moved('d')]);
    const leftOut = (await memory.readStream(stream))[2];
    await run('start', {
      scan: async (range) => (await memory.scan(range)).filter(({ position }) => position !== leftOut?.position),
    });
    expect(asked).toEqual([1, 3, 4].map((count) => [stream, count]));
    expect(reads).toEqual([stream, stream]);
  });

  it('moves its checkpoint for what it asked for, and once for all that it had nothing to ask about', async () => {
    await append(memory, aBox(), [packed(), ...Array.from({ length: 100 }, () => weighed())]);
    const before = await memory.head();
    await append(memory, aBox(), [packed(), moved('a'), ...Array.from({ length: 50 }, () => weighed())]);
    await run('start');
    expect(moves).toEqual([before, Number(before) + 2, await memory.head()].map(BigInt));
  });

  it('answers what comes before an event that cannot be read, and waits from there', async () => {
    const stream = aBox();
    await append(memory, stream, [packed(), moved('a')]);
    const checkpoint = await memory.head();
    await append(memory, stream, [moved('b'), moved('c'), moved('d')]);
    const broken = (checkpoint === 'start' ? 0n : checkpoint) + 2n;
    await run(checkpoint, {
      scan: async (range) =>
        (await memory.scan(range)).map((one) =>
          one.position === broken ? { ...placeOf(one), read: unreadable } : one,
        ),
    });
    expect(asked).toEqual([[stream, 2]]);
    expect(parked).toMatchObject([{ stream, position: broken }]);
  });
});

const weighed = () => boxFact('BoxWeighed', { kilos: 1 });
const placeOf = ({ position, stream, type, bytes }: UnreadEvent) => ({ position, stream, type, bytes });
const unreadable = (): never => {
  throw new UnreadableEvent(0n, new Error('not JSON'));
};
