import { setTimeout as sleep } from 'node:timers/promises';
import { KurrentEventStore } from '../../../libs/platform/eventstoredb/index.js';
import { anAppend } from '../an-append.js';
import { PeerCluster } from '../kurrent-peer/peer-cluster.js';
import { CLUSTER_FAULTS, type FaultName } from './cluster-faults.js';
import { followAll } from './follow-all.js';
import { isConnectedBefore, strikeAt, type Phase } from './phases.js';

/** The kinds of calls; each is made once with the fault, and all of them when it is over. */
export const KINDS = {
  append: (store: KurrentEventStore) => store.append(anAppend()),
  'stream read': (store: KurrentEventStore) => store.readStream(anAppend().stream),
  'log read': (store: KurrentEventStore) => store.readAll({ after: 'start', limit: 10 }),
  head: (store: KurrentEventStore) => store.head(),
  tail: (store: KurrentEventStore) => store.grown('start', AbortSignal.timeout(3_000)),
} as const;
export type Kind = keyof typeof KINDS;

export interface Case {
  readonly fault: FaultName;
  readonly phase: Phase;
  readonly kind: Kind;
}

export interface Outcome extends Case {
  /** What the call ended in: nothing, or the name of an error. */
  readonly error: string;
  /** How long the call took, and how long the slowest of all when the fault was over. */
  readonly settledMs: number;
  readonly backMs: number;
  /** Streams that hold another number of events than they were told to hold. */
  readonly wrong: number;
}

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
};

/** Until it works, as whoever got an error with a code that says so does. */
const insist = async (work: () => Promise<unknown>): Promise<unknown> => {
  for (;;) {
    try {
      return await work();
    } catch {
      await sleep(50);
    }
  }
};

/** What a call ends in: nothing, or the name of its error. */
const endOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => '',
    (failed: unknown) => (failed instanceof Error ? failed.name : String(failed)),
  );

/** A cluster, a store on it, and somebody who follows it. */
class World {
  readonly seen = new Set<string>();
  #following: Promise<void> | undefined;
  readonly #over = new AbortController();

  private constructor(
    readonly cluster: PeerCluster,
    readonly store: KurrentEventStore,
  ) {}

  static async make(asksForOthers: boolean): Promise<World> {
    const cluster = await PeerCluster.start();
    return new World(cluster, new KurrentEventStore(asksForOthers ? cluster.discoverUrl : cluster.url));
  }

  follow(): void {
    this.#following ??= followAll(this.store, (stream) => this.seen.add(stream), this.#over.signal);
  }

  /** An append was answered, and the follower's subscription is live. */
  async isConnected(): Promise<void> {
    await this.store.append(anAppend());
    this.follow();
    while (this.seen.size === 0 || this.cluster.leader.asked.live === 0) await sleep(5);
  }

  /** Everybody asks for everything, and the follower hears of it; answers what the log holds wrongly. */
  async everything(): Promise<number> {
    const append = anAppend();
    const calls = Object.values(KINDS).map((call) => insist(() => call(this.store)));
    await insist(() => this.store.append(append));
    while (!this.seen.has(append.stream)) await sleep(5);
    await Promise.all(calls);
    return this.cluster.log.stream(append.stream)?.length === 1 ? 0 : 1;
  }

  async close(): Promise<void> {
    this.#over.abort();
    await this.#following;
    await this.store.close();
    await this.cluster.stop();
  }
}

/** One call with a fault at one of its phases; the fault lasts for so long. */
export const drill = async (one: Case, lastsMs: number): Promise<Outcome> => {
  // Some of them ask one name for the others.
  const asksForOthers = one.phase === 'while discovery runs';
  const world = await World.make(asksForOthers);
  const { cluster, store } = world;
  const { strike, back } = CLUSTER_FAULTS[one.fault];
  if (isConnectedBefore(one.phase)) await world.isConnected();
  const seeds = asksForOthers ? 1 : cluster.nodes.length;
  const strikeNow = strikeAt(one.phase, cluster, async () => strike(cluster, seeds));
  let error = '';
  const called = took(async () => {
    error = await endOf(KINDS[one.kind](store));
  });
  await sleep(lastsMs);
  // A call that asked nobody has met no fault yet: the others do.
  await strikeNow();
  await back(cluster);
  world.follow();
  let wrong = 0;
  const backMs = await took(async () => {
    wrong = await world.everything();
  });
  const settledMs = await called;
  await world.close();
  return { ...one, error, settledMs, backMs, wrong };
};
