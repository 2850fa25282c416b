import type { FindingStep } from '#contexts/findings';
import { datedByClock, DecideHandler, type Outcome } from '#platform/decide';
import { commandKey, isBeyond, MemoryEventStore, type EventStore } from '#platform/event-store';
import { PolicyRunner, ViewFollower, type DecideAsk, type PolicyStore, type ViewStore } from '#platform/follow';
import { openPool, PostgresEventStore, PostgresPolicyStore, PostgresViewStore } from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { POLICIES_OF_ALL, VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { Chance } from '../simulation/chance.js';
import { factsNow } from '../simulation/facts-now.js';
import { asking, found, sealing } from '../simulation/deciding.js';
import { intercept, type Carry } from '../simulation/intercept.js';
import { dense, oneResultEach, policiesCarriedOut, promisesKept, viewIsReplay } from '../simulation/kept.js';
import { MemoryPolicyStore } from '../simulation/memory-policy-store.js';
import { MemoryViewStore } from '../simulation/memory-view-store.js';
import { actorOf, occasionOf, type Who } from '../simulation/town.js';
import { livesIn, VirtualTime } from '../simulation/virtual-time.js';
import { Wishes } from '../simulation/wishes.js';
import { times } from '../support/faults.js';
import { freshDatabase } from '../support/fresh-database.js';
import { soon } from '../support/soon.js';
import { violations } from './support/invariants.js';

const registry = new ViewRegistry(VIEWS_OF_ALL);
const log = createLog('silent');

/** From the first look to the last, each step once; each of the two verifiers has one of their own (R11). */
const STORY: readonly FindingStep[] = [
  ...(['RecordObservation', 'ConfirmFinding', 'OrderRectification', 'AcknowledgeRectification'] as const),
  ...(['SubmitPlan', 'ApprovePlan', 'ReportCompletion', 'AssignVerifier'] as const),
  ...(['PassVerification', 'PassVerification', 'ApproveCloseOut'] as const),
];

interface Storage {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly policies: PolicyStore;
}

/** Fails one operation: it is not carried out, or it is and its answer is lost. */
class Saboteur {
  operations = 0;

  constructor(
    private readonly kth: number,
    private readonly how: 'before' | 'after',
  ) {}

  get hit(): boolean {
    return this.operations >= this.kth;
  }

  readonly carry: Carry = async (_, work) => {
    const isIt = ++this.operations === this.kth;
    if (isIt && this.how === 'before') throw new Error('the operation failed');
    const result = await work();
    if (isIt) throw new Error('the answer was lost');
    return result;
  };
}

/** Tells the story through storage that fails once, with everything that follows it; ends when `caughtUp` does. */
const tell = async (
  { events, views, policies }: Storage,
  saboteur: Saboteur,
  { chance, now, caughtUp }: { chance: Chance; now: () => Date; caughtUp: () => Promise<void> },
) => {
  const broken = intercept(events, saboteur.carry, { grown: (after, signal) => events.grown(after, signal) });
  const decide = asking(new DecideHandler(broken, sealing(chance), datedByClock(now)));
  const promises = new Map<string, Outcome[]>();
  const given = new Set<string>();
  const noted: DecideAsk = async (ask, as) => {
    const key = commandKey(as.occasion);
    given.add(key);
    const outcome = await decide(ask, as);
    promises.set(key, [...(promises.get(key) ?? []), outcome]);
    return outcome;
  };
  const store = intercept(views, saboteur.carry);
  const follower = new ViewFollower({ views: registry, store, events: broken, log });
  const parts = {
    policies: POLICIES_OF_ALL,
    memory: views,
    store: intercept(policies, saboteur.carry),
    events: broken,
  };
  const runner = new PolicyRunner({ ...parts, decide: noted, log });
  await follower.start().catch(() => follower.start());
  runner.start();
  const wishes = new Wishes(chance, factsNow(events));
  const finding = `finding-${chance.uuid()}` as const;
  for (const type of STORY) {
    const wish = await wishes.ofFinding(
      finding,
      type,
      now(),
      type === 'RecordObservation' ? { severity: 'minor' } : {},
    );
    for (const { by, ask } of [...(wish.first ?? []), wish]) {
      const as = { actor: actorOf(by), occasion: occasionOf(by, chance.uuid(), now()) };
      const outcome = await noted(ask, as).catch(() => noted(ask, as));
      expect([type, outcome]).toMatchObject([type, { recorded: true }]);
    }
  }
  await caughtUp();
  const stop = () => Promise.all([follower.stop(), runner.stop()]);
  return { promises, given, stop };
};

const foundIn = async (events: EventStore, chance: Chance, now: () => Date) => {
  const given = new Set<string>();
  const occasion = (by: Who) => {
    const made = occasionOf(by, chance.uuid(), now());
    given.add(commandKey(made));
    return made;
  };
  await found(asking(new DecideHandler(events, sealing(chance), datedByClock(now))), occasion);
  return given;
};

describe('a finding from observation to close-out, while the k-th operation of the storage fails', () => {
  /** One run in virtual time; what does not hold afterwards. */
  const inMemory = async (saboteur: Saboteur) => {
    const time = new VirtualTime();
    const undo = livesIn(time);
    try {
      const chance = new Chance(1);
      const memory = new MemoryEventStore(time.date);
      const grown: EventStore['grown'] = async (after, signal) => {
        // After a while it resolves all the same, as the port says.
        for (let looks = 0; looks < 100 && !signal.aborted; looks++) {
          if (isBeyond(await memory.head(), after)) return;
          await time.sleep(100);
        }
      };
      const events = intercept(memory, (_, work) => work(), { grown });
      const views = new MemoryViewStore(VIEWS_OF_ALL, memory);
      const policies = new MemoryPolicyStore();
      const founding = await foundIn(memory, chance, time.date);
      let end: Awaited<ReturnType<typeof tell>> | undefined;
      const isThere = async () => {
        const head = await memory.head();
        return policies.isAt(head) && VIEWS_OF_ALL.every((view) => views.at(view) === head);
      };
      const caughtUp = async () => {
        while (!(await isThere())) await time.sleep(50);
      };
      void tell({ events, views, policies }, saboteur, { chance, now: time.date, caughtUp }).then(
        (told) => (end = told),
      );
      const isOver = () => Promise.resolve(end !== undefined);
      if (!(await time.until(isOver, 600_000)) || !end) return ['it never came to rest'];
      let stopped = false;
      void end.stop().then(() => (stopped = true));
      await time.until(() => Promise.resolve(stopped), 700_000);
      const all = await memory.readAll({ after: 'start', limit: 10_000 });
      return [
        ...promisesKept(all, end.promises),
        ...dense(all),
        ...oneResultEach(all, end.promises, new Set([...founding, ...end.given])),
        ...policiesCarriedOut(POLICIES_OF_ALL, all, end.promises),
        ...VIEWS_OF_ALL.flatMap((view) => viewIsReplay(view, all, views.rowsOf(view))),
      ];
    } finally {
      undo();
    }
  };

  it.each(['before', 'after'] as const)(
    'keeps every promise in memory, for k = 1, 2, 3 … until nothing fails any more (%s)',
    async (how) => {
      let kth = 1;
      for (; ; kth++) {
        const saboteur = new Saboteur(kth, how);
        expect({ kth, broken: await inMemory(saboteur) }).toEqual({ kth, broken: [] });
        if (!saboteur.hit) break;
      }
      expect(kth).toBeGreaterThan(50);
    },
    300_000,
  );

  it.each(['before', 'after'] as const)(
    'keeps every promise on PostgreSQL (%s)',
    async (how) => {
      const database = await freshDatabase();
      const pool = openPool({ url: database.applicationUrl, name: 'spec', max: 8 });
      const events = new PostgresEventStore(database.applicationUrl);
      const views = new PostgresViewStore(pool, registry, events);
      const policies = new PostgresPolicyStore(pool, POLICIES_OF_ALL, events);
      const now = () => new Date();
      await foundIn(events, new Chance(0), now);
      const caughtUp = () =>
        soon(async () => {
          const head = await events.head();
          const readable = [...(await views.checkpoints()).values()].filter(({ isReadable }) => isReadable);
          const at = [...(await policies.checkpoints()).values(), ...readable.map((view) => view.at)];
          if (at.length < VIEWS_OF_ALL.length + POLICIES_OF_ALL.length || at.some((place) => place !== head))
            throw new Error('behind');
        });
      const stride = times(17, 1);
      for (let kth = 1; ; kth += stride) {
        const saboteur = new Saboteur(kth, how);
        const { stop } = await tell({ events, views, policies }, saboteur, { chance: new Chance(kth), now, caughtUp });
        await stop();
        if (!saboteur.hit) break;
      }

      expect(await violations({ url: database.superuserUrl, views: VIEWS_OF_ALL })).toEqual([]);
      await events.close();
      await pool.end();
      await database.drop();
    },
    times(300_000, 3_600_000),
  );
});
