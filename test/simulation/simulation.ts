import { DecideHandler, LogFacts } from '#platform/decide';
import { isBeyond, MemoryEventStore, type EventStore } from '#platform/event-store';
import { PolicyRunner, ViewFollower, type DecideAsk, type PolicyStore, type ViewStore } from '#platform/follow';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { Chance } from './chance.js';
import { Clients } from './clients.js';
import { asking, found, sealing } from './deciding.js';
import { intercept } from './intercept.js';
import type { Lock } from './lock.js';
import { MemoryPolicyStore } from './memory-policy-store.js';
import { MemoryViewStore } from './memory-view-store.js';
import { Ledger, reportOn, type Report, type Watched } from './report.js';
import { SimProcess } from './sim-process.js';
import { occasionOf } from './town.js';
import { livesIn, VirtualTime } from './virtual-time.js';
import { CALM, weatherOf, type Weather } from './weather.js';
import { Wishes } from './wishes.js';

const PROCESSES = 3;
const WISHES = 8;
/** Shared: every log of pino's is kept until the process ends. */
const SILENT = createLog('silent');
const FAIR_WEATHER_AT = 8_000;
const LATEST = 600_000;

export type { Report, Watched } from './report.js';

/** Where a spec puts a fault of its own into the machinery, to see that it is found. */
export interface Mutation {
  readonly events?: (events: EventStore) => EventStore;
  readonly views?: (store: ViewStore) => ViewStore;
  readonly policies?: (store: PolicyStore) => PolicyStore;
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
  readonly #ledger = new Ledger();
  readonly #processes: { readonly process: SimProcess; readonly handler: DecideHandler }[] = [];
  #weather: Weather = CALM;
  #crashes = 0;

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
    const clients = new Clients({
      time: this.time,
      chance: this.#chance,
      weather: () => this.#weather,
      ledger: this.#ledger,
      handler: () => this.#processes[this.#chance.below(PROCESSES)]?.handler,
    });
    clients.begin(wishes, wanted);
    this.breakLocks();
    this.time.after(FAIR_WEATHER_AT, () => (this.#weather = CALM));
    const settled = await this.time.until(() => this.isDone(clients), LATEST);
    return this.report(settled);
  }

  private found(): Promise<void> {
    const handler = new DecideHandler(this.#log, sealing(this.#chance), this.time.date);
    return found(asking(handler), (by) => this.#ledger.given(occasionOf(by, this.#chance.uuid(), this.time.date())));
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
    const views = new ViewRegistry(this.watched.views);
    const viewStore = intercept(this.#viewStore, process.carry);
    const policyStore = intercept(this.#policyStore, process.carry);
    const decide: DecideAsk = async (ask, as) =>
      this.#ledger.promised(this.#ledger.given(as.occasion), await asking(handler)(ask, as));
    const start = async () => {
      const follower = new ViewFollower({ views, store: viewStore, events, log: SILENT });
      await again(() => follower.start(), this.time);
      const { policies } = this.watched;
      const parts = { policies, store: policyStore, memory: viewStore, events, decide, log: SILENT };
      new PolicyRunner(parts).start();
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

  private async isDone(clients: Clients): Promise<boolean> {
    if (clients.busy || this.time.now < FAIR_WEATHER_AT) return false;
    const end = await this.#log.head();
    return this.#policies.isAt(end) && this.watched.views.every((view) => this.#views.at(view) === end);
  }

  private async report(settled: boolean): Promise<Report> {
    return reportOn({
      seed: this.seed,
      watched: this.watched,
      settled,
      ledger: this.#ledger,
      log: await this.#log.readAll({ after: 'start', limit: Number.MAX_SAFE_INTEGER }),
      waiting: [...(await this.#views.parked()), ...(await this.#policies.parked())],
      rowsOf: (view) => this.#views.rowsOf(view),
      crashes: this.#crashes,
      endedAt: this.time.now,
    });
  }
}

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
