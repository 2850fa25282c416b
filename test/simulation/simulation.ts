import { createHash } from 'node:crypto';
import type { AnyPolicy, AnyView, Occasion } from '#kernel';
import { DecideHandler, LogFacts, type Outcome } from '#platform/decide';
import { commandKey, isBeyond, MemoryEventStore, type EventStore, type StoredEvent } from '#platform/event-store';
import { PolicyRunner, ViewFollower, type DecideAsk, type PolicyStore, type ViewStore } from '#platform/follow';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { Chance } from './chance.js';
import { asking, found, sealing } from './deciding.js';
import { intercept } from './intercept.js';
import { dense, oneResultEach, policiesCarriedOut, promisesKept, viewIsReplay } from './kept.js';
import type { Lock } from './lock.js';
import { MemoryPolicyStore } from './memory-policy-store.js';
import { MemoryViewStore } from './memory-view-store.js';
import { SimProcess, type Weather } from './sim-process.js';
import { actorOf, occasionOf, type Wish } from './town.js';
import { livesIn, VirtualTime } from './virtual-time.js';
import { Wishes } from './wishes.js';

const CALM: Weather = { latencyMs: 5, hiccupMs: 0, hiccup: 0, lost: 0, crash: 0, duplicate: 0 };
const PROCESSES = 3;
const CLIENTS = 5;
const WISHES = 8;
const PATIENCE_MS = 8_000;
const FAIR_WEATHER_AT = 8_000;
const LATEST = 600_000;

/** Where a spec puts a fault of its own into the machinery, to see that it is found. */
export interface Mutation {
  readonly events?: (events: EventStore) => EventStore;
  readonly views?: (store: ViewStore) => ViewStore;
  readonly policies?: (store: PolicyStore) => PolicyStore;
}

export interface Watched {
  readonly views: readonly AnyView[];
  readonly policies: readonly AnyPolicy[];
}

/** How a run ended: what it broke, what happened in it, and a digest that tells two runs apart. */
export interface Report {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly events: number;
  readonly crashes: number;
  readonly digest: string;
  readonly log: readonly StoredEvent[];
}

/** One run: founding in peace, then people's wishes in the weather of this seed, then calm until everything has caught up. */
export const simulate = async (
  seed: number,
  watched: Watched,
  mutation: Mutation = {},
  wishes = WISHES,
): Promise<Report> => {
  const time = new VirtualTime();
  const undo = livesIn(time);
  try {
    return await new Simulation(seed, time, watched, mutation).run(wishes);
  } finally {
    undo();
  }
};

class Simulation {
  readonly #chance: Chance;
  readonly #log: MemoryEventStore;
  readonly #events: EventStore;
  readonly #views: MemoryViewStore;
  readonly #viewStore: ViewStore;
  readonly #policies = new MemoryPolicyStore();
  readonly #policyStore: PolicyStore;
  readonly #given = new Set<string>();
  readonly #promises = new Map<string, Outcome[]>();
  readonly #processes: { readonly process: SimProcess; readonly handler: DecideHandler }[] = [];
  #weather: Weather = CALM;
  #crashes = 0;
  #busy = CLIENTS;

  constructor(
    private readonly seed: number,
    private readonly time: VirtualTime,
    private readonly watched: Watched,
    mutation: Mutation,
  ) {
    this.#chance = new Chance(seed);
    this.#log = new MemoryEventStore(time.date);
    this.#views = new MemoryViewStore(watched.views, this.#log);
    this.#events = mutation.events?.(this.#log) ?? this.#log;
    this.#viewStore = mutation.views?.(this.#views) ?? this.#views;
    this.#policyStore = mutation.policies?.(this.#policies) ?? this.#policies;
  }

  async run(wanted: number): Promise<Report> {
    await this.found();
    this.#weather = weatherOf(this.#chance);
    for (let n = 0; n < PROCESSES; n++) this.begin();
    const wishes = new Wishes(this.#chance, new LogFacts(this.#log));
    for (let n = 0; n < CLIENTS; n++) void this.client(wishes, wanted);
    this.breakLocks();
    this.time.after(FAIR_WEATHER_AT, () => (this.#weather = CALM));
    const settled = await this.time.until(() => this.isDone(), LATEST);
    return this.report(settled);
  }

  private found(): Promise<void> {
    const handler = new DecideHandler(this.#log, sealing(this.#chance), this.time.date);
    return found(asking(handler), (by) => this.given(occasionOf(by, this.#chance.uuid(), this.time.date())));
  }

  /** A process as `npm start` would make one: commands, views and policies. */
  private begin(): void {
    const process: SimProcess = new SimProcess({
      time: this.time,
      chance: this.#chance,
      weather: () => this.#weather,
      crashed: () => {
        this.crashed(process);
      },
    });
    const events = intercept(this.#events, process.carry, { grown: this.grown });
    const handler = new DecideHandler(events, sealing(this.#chance), this.time.date);
    this.#processes.push({ process, handler });
    const [views, log] = [new ViewRegistry(this.watched.views), createLog('silent')];
    const viewStore = intercept(this.#viewStore, process.carry);
    const policyStore = intercept(this.#policyStore, process.carry);
    const decide: DecideAsk = async (ask, as) => this.promised(this.given(as.occasion), await asking(handler)(ask, as));
    const start = async () => {
      const follower = new ViewFollower({ views, store: viewStore, events, log });
      await again(() => follower.start(), this.time);
      new PolicyRunner({ policies: this.watched.policies, store: policyStore, events, decide, log }).start();
    };
    void start();
  }

  private crashed(process: SimProcess): void {
    this.#crashes++;
    this.#processes.splice(
      this.#processes.findIndex((one) => one.process === process),
      1,
    );
    // The server finds out later that the other end of a connection is gone.
    for (const lock of this.locks()) {
      this.time.after(this.#chance.below(1_000), () => {
        lock.breaks();
      });
    }
    this.time.after(this.#chance.below(3_000), () => {
      this.begin();
    });
  }

  private locks(): readonly Lock[] {
    return [this.#views.lock, this.#views.building, this.#policies.lock];
  }

  /** Now and then the connection of whoever has a lease breaks, and nobody dies of it. */
  private breakLocks(): void {
    this.time.after(this.#chance.below(5_000), () => {
      if (this.#weather.lost === 0) return;
      this.#chance.pick(this.locks()).breaks();
      this.breakLocks();
    });
  }

  private readonly grown: EventStore['grown'] = async (after, signal) => {
    for (let waited = 0; waited < 10 && !signal.aborted; waited++) {
      if (isBeyond(await this.#log.head(), after)) return;
      await this.time.sleep(50 + this.#chance.below(100));
    }
  };

  private async client(wishes: Wishes, wanted: number): Promise<void> {
    for (let n = 0; n < wanted; n++) {
      await this.time.sleep(this.#chance.below(500));
      const now = this.time.date();
      await this.insist(await wishes.next(now), now);
    }
    this.#busy--;
  }

  /** Asks again with the same command id until there is an answer, as the console does. */
  private async insist({ by, ask }: Wish, now: Date): Promise<void> {
    const occasion = this.given(occasionOf(by, this.#chance.uuid(), now));
    for (;;) {
      const once = () => this.send({ by, ask }, occasion);
      const twice = this.#chance.happens(this.#weather.duplicate);
      const answer = await Promise.race([once(), ...(twice ? [once()] : []), this.time.sleep(PATIENCE_MS)]);
      if (answer && (answer.recorded || answer.code !== 'CONFLICT')) return;
      await this.time.sleep(this.#chance.below(500));
    }
  }

  private async send({ by, ask }: Wish, occasion: Occasion): Promise<Outcome | undefined> {
    const { handler } = this.#processes[this.#chance.below(PROCESSES)] ?? {};
    await this.time.sleep(this.#chance.next() * this.#weather.latencyMs);
    if (!handler) return undefined;
    try {
      return this.promised(occasion, await asking(handler)(ask, { actor: actorOf(by), occasion }));
    } catch {
      // The client sees an error and does not know what became of it.
      return undefined;
    }
  }

  private given(occasion: Occasion): Occasion {
    this.#given.add(commandKey(occasion));
    return occasion;
  }

  private promised(occasion: Occasion, outcome: Outcome): Outcome {
    const key = commandKey(occasion);
    this.#promises.set(key, [...(this.#promises.get(key) ?? []), outcome]);
    return outcome;
  }

  private async isDone(): Promise<boolean> {
    if (this.#busy > 0 || this.time.now < FAIR_WEATHER_AT) return false;
    const end = await this.#log.head();
    return this.#policies.at === end && this.watched.views.every((view) => this.#views.at(view) === end);
  }

  private async report(settled: boolean): Promise<Report> {
    const log = await this.#log.readAll({ after: 'start', limit: Number.MAX_SAFE_INTEGER });
    const waiting = [...(await this.#views.parked()), ...(await this.#policies.parked())];
    const broken = [
      ...(settled ? [] : ['it never came to rest']),
      ...waiting.map(({ follower, stream, error }) => `${follower} waits for ${stream}: ${error}`),
      ...promisesKept(log, this.#promises),
      ...dense(log),
      ...oneResultEach(log, this.#promises, this.#given),
      ...policiesCarriedOut(this.watched.policies, log, this.#promises),
      ...this.watched.views.flatMap((view) => viewIsReplay(view, log, this.#views.rowsOf(view))),
    ];
    const digest = createHash('sha256');
    for (const { entry } of log) digest.update(entry);
    digest.update(String(this.time.now));
    return { seed: this.seed, broken, events: log.length, crashes: this.#crashes, digest: digest.digest('hex'), log };
  }
}

/** Some runs are calm, some are stormy, and each in its own way. */
const weatherOf = (chance: Chance): Weather => ({
  latencyMs: chance.pick([2, 20, 200]),
  hiccupMs: chance.pick([100, 3_000, 20_000]),
  hiccup: chance.pick([0, 0.01, 0.05]),
  lost: chance.pick([0, 0.02, 0.1, 0.2]),
  crash: chance.pick([0, 0.001, 0.01]),
  duplicate: chance.pick([0, 0.1, 0.5]),
});

const again = async (work: () => Promise<void>, time: VirtualTime): Promise<void> => {
  for (;;) {
    try {
      await work();
      return;
    } catch {
      await time.sleep(100);
    }
  }
};
