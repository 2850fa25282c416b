import {
  command,
  decode,
  foldOf,
  keysIn,
  kindOf,
  type AnyDecider,
  isProcess,
  type AnyPolicy,
  type AnyView,
  type Ask,
  type Fold,
  type Id,
  type Role,
} from '#kernel';
import { person } from '#contexts/parties';
import { ANYBODY } from '#access';
import {
  datedByClock,
  DATING,
  Decide,
  DecideHandler,
  LATE_ENTRIES,
  NO_LATE_ENTRIES,
  RIGHTS,
  STREAMS,
  WATCH,
} from '#platform/decide';
import {
  asUnread,
  EVENT_STORE,
  MemoryEventStore,
  type EventStore,
  type ReadAll,
  type StoredEvent,
} from '#platform/event-store';
import { PolicyRunner, ViewFollower } from '#platform/follow';
import { PERSONAL_DATA } from '#platform/personal-data';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { CATALOGUES_OF_ALL, POLICIES_OF_ALL, VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { directives } from '../../libs/contexts/directives/directives.module.js';
import { duties } from '../../libs/contexts/duties/duties.module.js';
import { findings } from '../../libs/contexts/findings/findings.module.js';
import { parties } from '../../libs/contexts/parties/parties.module.js';
import { Chance } from '../simulation/chance.js';
import { sealing } from '../simulation/deciding.js';
import { withEveryFact } from '../simulation/every-fact.js';
import { viewIsReplay } from '../simulation/kept.js';
import { MemoryPolicyStore } from '../simulation/memory-policy-store.js';
import { MemoryViewStore } from '../simulation/memory-view-store.js';
import { simulate } from '../simulation/simulation.js';
import { occasionOf, actorOf, the } from '../simulation/town.js';
import { livesIn, VirtualTime } from '../simulation/virtual-time.js';

const DECIDERS = [parties, directives, duties, findings].flatMap(({ deciders }) => deciders);

const within = (log: readonly StoredEvent[], { after, limit }: ReadAll) => {
  const from = after === 'start' ? 0 : Number(after) + 1;
  return log.slice(from, from + limit);
};

/** A log that is there and does not grow. */
const standing = (log: readonly StoredEvent[], time: VirtualTime) =>
  ({
    head: () => Promise.resolve(log.at(-1)?.position ?? 'start'),
    identity: () => Promise.resolve('standing'),
    readAll: (range) => Promise.resolve(within(log, range)),
    scan: (range) => Promise.resolve(within(log, range).map(asUnread)),
    readStream: (stream, { limit } = {}) =>
      Promise.resolve(log.filter((event) => event.stream === stream).slice(0, limit)),
    grown: () => time.sleep(1_000),
  }) satisfies Partial<EventStore>;

/** What was told at the level of errors: position and stream, for whoever watches. */
const listening = () => {
  const errors: unknown[] = [];
  const log = createLog('error', { to: { write: (line) => void errors.push(JSON.parse(line)) } });
  return { log, errors };
};

const inVirtualTime = async (work: (time: VirtualTime) => Promise<() => Promise<boolean>>) => {
  const time = new VirtualTime();
  const undo = livesIn(time);
  try {
    expect(await time.until(await work(time), 600_000)).toBe(true);
  } finally {
    undo();
  }
};

/** What processes remember, which they cannot do without. */
const MEMORIES = POLICIES_OF_ALL.flatMap((one) => (isProcess(one) ? [one.memory] : []));
const POLICIES = POLICIES_OF_ALL.flatMap((one) => (isProcess(one) ? [] : [one]));

describe('F37: a handler that throws', () => {
  let simulated: readonly StoredEvent[];
  let log: readonly StoredEvent[];
  beforeAll(async () => {
    ({ log: simulated } = await simulate(1, { views: MEMORIES, policies: POLICIES_OF_ALL }, {}, 40));
    log = withEveryFact(simulated, CATALOGUES_OF_ALL, VIEWS_OF_ALL);
  });

  const firstOf = (of: string, type: string): StoredEvent => {
    const first = log.find((event) => kindOf(event.stream) === of && event.type === type);
    if (!first) throw new Error(`the story has no ${type}`);
    return first;
  };

  it('of any command is an error for whoever asked, and the bus takes the next command', async () => {
    const events = new MemoryEventStore();
    const testing = await Test.createTestingModule({
      imports: [CqrsModule.forRoot()],
      providers: [
        DecideHandler,
        { provide: EVENT_STORE, useValue: events },
        { provide: PERSONAL_DATA, useValue: sealing(new Chance(1)) },
        { provide: LATE_ENTRIES, useValue: NO_LATE_ENTRIES },
        { provide: DATING, useValue: datedByClock(() => new Date()) },
        { provide: STREAMS, useValue: new Map() },
        { provide: RIGHTS, useValue: ANYBODY },
        { provide: WATCH, useValue: () => undefined },
      ],
    }).compile();
    const app = await testing.init();
    const bus = app.get(CommandBus);
    const chance = new Chance(2);
    const as = () => ({ actor: actorOf('admin'), occasion: occasionOf('admin', chance.uuid(), new Date()) });
    const anybody: readonly Role[] = ['admin'];
    let thrown = 0;
    for (const decider of DECIDERS) {
      for (const type of Object.keys(decider.decide)) {
        const planted = () => {
          throw new TypeError(`planted in ${type}`);
        };
        const declared = { [type]: command(type, type, { who: anybody, at: [] }) };
        const commands = { ...decider.commands, declared };
        const broken: AnyDecider = { ...decider, commands, facts: {}, decide: { [type]: planted }, owner: () => OWNER };
        const stream: Id = `${decider.kind}-${chance.uuid()}`;
        await expect(bus.execute(new Decide(broken, stream, { type, data: {} }, as()))).rejects.toThrow(type);
        thrown++;
      }
    }
    expect(thrown).toBeGreaterThan(40);
    expect(await events.head()).toBe('start');
    const register = { type: 'RegisterPerson', data: { name: 'Lin' } } as const;
    await bus.execute(new Decide(person, the('person', 1), register, as()));
    expect(await events.head()).toBe(0n);
    await app.close();
  });

  it.each(POLICIES.flatMap((policy) => Object.keys(policy.on).map((type) => [policy.name, type, policy] as const)))(
    'of policy %s (%s) makes one stream wait, says so, and everything later is still reacted to',
    async (name, type, policy: AnyPolicy) => {
      const bad = firstOf(policy.of.kind, type);
      const planted = (...[data, state, at]: Parameters<NonNullable<(typeof policy.on)[string]>>): readonly Ask[] => {
        if (at.eventId === bad.eventId) throw new TypeError('planted');
        return policy.on[type]?.(data, state, at) ?? [];
      };
      const policies = POLICIES.map((one) => (one === policy ? { ...one, on: { ...one.on, [type]: planted } } : one));
      const store = new MemoryPolicyStore();
      const { log: told, errors } = listening();
      const causes = new Set<string>();
      await inVirtualTime((time) => {
        const events = standing(log, time) as unknown as EventStore;
        const decide = (_: Ask, { occasion }: { occasion: { causationId?: string } }) => {
          causes.add(occasion.causationId ?? '');
          return Promise.resolve({ recorded: true, id: the('person', 1), position: '0', events: [] } as const);
        };
        new PolicyRunner({
          policies,
          memory: new MemoryViewStore([], events),
          store,
          events,
          decide,
          log: told,
        }).start();
        return Promise.resolve(() => Promise.resolve(store.isAt(log.at(-1)?.position)));
      });

      expect(await store.parked()).toMatchObject([{ follower: name, stream: bad.stream, position: bad.position }]);
      expect(errors).toMatchObject([{ follower: name, stream: bad.stream, error: { name: 'TypeError' } }]);
      // Every directive that was issued has recipients, and so asks for something.
      const others = simulated.filter((event) => event.stream !== bad.stream && event.type === 'DirectiveIssued');
      expect(others.filter(({ eventId }) => !causes.has(eventId))).toEqual([]);
    },
  );

  const FOLDS = VIEWS_OF_ALL.flatMap((view) =>
    Object.entries(view.on).flatMap(([kind, folds]) =>
      Object.entries(folds).flatMap(([type, fold]) => (fold === 'ignore' ? [] : [[view, kind, type] as const])),
    ),
  );
  it('of any view makes one stream wait for that view, says so, and everything later is still folded', async () => {
    const untouched: string[] = [];
    for (const [view, kind, type] of FOLDS) {
      const first = firstFor(view, kind, type);
      if (first) await oneFold(view, kind, first);
      else untouched.push(`${view.name} ${type}`);
    }
    expect(untouched).toEqual([]);
    expect(FOLDS.length).toBeGreaterThan(20);
  });

  /** The first event of a type that changes a row of a view. */
  const firstFor = (view: AnyView, kind: string, type: string): StoredEvent | undefined => {
    const catalogue = CATALOGUES_OF_ALL.get(kind);
    if (!catalogue) throw new Error(`nothing is known of ${kind}`);
    const changes = (event: StoredEvent) => keysIn(view, decode(catalogue, event), event).length > 0;
    return log.find((event) => kindOf(event.stream) === kind && event.type === type && changes(event));
  };

  const oneFold = async (view: AnyView, kind: string, bad: StoredEvent) => {
    const fold = foldOf(view, bad) as Fold<object, unknown>;
    const planted: Fold<object, unknown> = (row, data, at, key) => {
      if (at.eventId === bad.eventId) throw new TypeError('planted');
      return fold(row, data, at, key);
    };
    const broken: AnyView = { ...view, on: { ...view.on, [kind]: { ...view.on[kind], [bad.type]: planted } } };
    const views = [broken];
    let store: MemoryViewStore | undefined;
    await inVirtualTime(async (time) => {
      const events = standing(log, time) as unknown as EventStore;
      store = new MemoryViewStore(views, events);
      await new ViewFollower({ views: new ViewRegistry(views), store, events, log: listening().log }).start();
      return () => Promise.resolve(store?.at(broken) === log.at(-1)?.position);
    });
    const without = log.filter(({ stream, position }) => stream !== bad.stream || position < bad.position);
    expect(await store?.parked()).toMatchObject([{ follower: view.name, stream: bad.stream, position: bad.position }]);
    expect(viewIsReplay(view, without, store?.rowsOf(broken) ?? [])).toEqual([]);
  };
});

const OWNER = { territory: '', orgs: [] };
