import { commandsOf, type AnyDecider, type AnyPolicy } from '#kernel';
import { MemoryEventStore, UnreadableEvent, type UnreadEvent } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryPolicyStore } from '../../../test/simulation/memory-policy-store.js';
import { MemoryViewStore } from '../../../test/simulation/memory-view-store.js';
import { aBox, append, boxCard, boxEvents, moved, packed, shelfBoard } from '../../../test/support/boxes.js';
import { until } from '../../../test/support/soon.js';
import { PolicyRunner } from './policies/policy-runner.js';
import { ViewTerm } from './views/view-term.js';

const EVENTS = 600;
const LABEL = 'x'.repeat(40_000);
/** Policies have none. */
const NO_MEMORY = new MemoryViewStore([], new MemoryEventStore());
const MEGABYTE = 1024 * 1024;

const box: AnyDecider = {
  ...{
    kind: 'box',
    events: boxEvents,
    refusals: {},
    owner: () => undefined,
    seenBy: () => undefined,
    initial: null,
    decide: {},
    facts: {},
  },
  commands: commandsOf('box', { subject: { en: 'Which box.', zh: '箱号。' } }, {}),
  evolve: Object.fromEntries(Object.keys(boxEvents.facts).map((type) => [type, () => null])),
};

describe('large events are read a few at a time', () => {
  let events: MemoryEventStore;
  /** How many megabytes each look at the log brought. */
  let brought: number[];
  beforeAll(async () => {
    events = new MemoryEventStore();
    for (let n = 0; n < EVENTS; n++) await append(events, aBox(), [packed({ label: LABEL })]);
    const [scan, readAll] = [events.scan.bind(events), events.readAll.bind(events)];
    const told = <E extends { readonly position: bigint }>(read: readonly E[]) => {
      brought.push((read.length * LABEL.length) / MEGABYTE);
      return read;
    };
    events.scan = async (range) => told<UnreadEvent>(await scan(range));
    events.readAll = async (range) => told(await readAll(range));
  });

  const expectBounded = () => {
    // The first look knows nothing of their size.
    expect(Math.max(...brought)).toBeLessThan(10);
    expect(brought.filter((megabytes) => megabytes > 5)).toHaveLength(1);
    expect(brought.reduce((sum, one) => sum + one)).toBeGreaterThan((EVENTS * LABEL.length) / MEGABYTE - 1);
  };

  it('by policies', async () => {
    brought = [];
    const reacted = new Set<string>();
    const policy: AnyPolicy = {
      name: 'count',
      of: box,
      asks: [],
      on: { BoxPacked: (_, __, { stream }) => (reacted.add(stream), []) },
    };
    const store = new MemoryPolicyStore();
    const decide = () => Promise.reject(new Error('nothing is asked for'));
    const runner = new PolicyRunner({
      policies: [policy],
      memory: NO_MEMORY,
      store,
      events,
      decide,
      log: createLog('silent'),
    });
    const head = await events.head();
    runner.start();
    await until(() => store.isAt(head));
    await runner.stop();
    expect(reacted.size).toBe(EVENTS);
    expectBounded();
  });

  it('by tables that are far behind the others', async () => {
    brought = [];
    const [card, board] = [boxCard(), shelfBoard()];
    const empty = new MemoryEventStore();
    const store = new MemoryViewStore([card, board], { head: () => empty.head() });
    await store.prepare();
    const lease = await store.lease();
    const head = await events.head();
    if (!lease) throw new Error('somebody else follows');
    const ahead = (await lease.tables()).filter(({ view }) => view === board);
    const changes = ahead.map((table) => ({ table, ended: [], closed: [], open: [], parked: [] }));
    await lease.commit({ from: 'start', to: head, changes });
    const told: string[] = [];
    const moved = (view: string) => void told.push(view);
    const parts = { views: new ViewRegistry([card, board]), store, events, log: createLog('silent'), moved };
    const { turn } = await ViewTerm.begin(parts, lease);
    // What another view lacks is no matter to the readers of this one.
    expect(told).toEqual(['box_card', 'shelf_board']);
    while (store.at(card) !== head) await turn(new AbortController().signal);
    expect(new Set(told.slice(2))).toEqual(new Set(['box_card']));
    expect(store.rowsOf(card)).toHaveLength(EVENTS);
    expectBounded();
  });
});

it('a policy passes by a stream that cannot be read, and tries it again only when told to', async () => {
  const events = new MemoryEventStore();
  const [torn, whole] = [aBox(), aBox()];
  for (const each of [torn, whole]) await append(events, each, [packed()]);
  const unreadable = () => {
    throw new UnreadableEvent(0n, new Error('torn page'));
  };
  const [scan, readStream] = [events.scan.bind(events), events.readStream.bind(events)];
  events.scan = async (range) =>
    (await scan(range)).map((each) => (each.stream === torn ? { ...each, read: unreadable } : each));
  events.readStream = async (stream, range) => (stream === torn ? unreadable() : readStream(stream, range));
  const reacted: string[] = [];
  const policy: AnyPolicy = {
    name: 'count',
    of: box,
    asks: [],
    on: { BoxPacked: (_, __, { stream }) => (reacted.push(stream), []) },
  };
  const store = new MemoryPolicyStore();
  const decide = () => Promise.reject(new Error('nothing is asked for'));
  const following = { policies: [policy], memory: NO_MEMORY, store, events, decide, log: createLog('silent') };
  for (let starts = 1; starts <= 2; starts++) {
    const runner = new PolicyRunner(following);
    runner.start();
    const head = await events.head();
    await until(() => store.isAt(head));
    await runner.stop();
    expect(await store.parked()).toMatchObject([{ stream: torn, error: expect.stringContaining('Unreadable') }]);
    await append(events, whole, [moved('b')]);
  }
  expect(reacted).toEqual([whole]);
});
