import type { DecideHandler } from '#platform/decide';
import { isBeyond, type EventStore } from '#platform/event-store';
import { PolicyRunner, TimerRunner, ViewFollower, type DecideAsk } from '#platform/follow';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { Chance } from './chance.js';
import { Clients } from './clients.js';
import { asking, found, handlerOf } from './deciding.js';
import { factsNow } from './facts-now.js';
import { intercept } from './intercept.js';
import { Ledger, reportOn, type Report, type Watched } from './report.js';
import { SimProcess } from './sim-process.js';
import { Storage, type Mutation } from './storage.js';
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
/** Longer than any limit that a timer sets. */
const NIGHT = 5 * 3_600_000;

export type { Report, Watched } from './report.js';
export type { Mutation } from './storage.js';

/**
 * One run: founding in peace, then people's wishes in the weather of this seed, then a night in which the machine sleeps and every limit
 * passes, then calm until everything has caught up.
 */
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
  readonly #storage: Storage;
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
    this.#storage = new Storage(watched, mutation, time.date);
  }

  async run(wanted: number): Promise<Report> {
    await this.found();
    this.#weather = weatherOf(this.#chance);
    for (let n = 0; n < PROCESSES; n++) this.begin();
    const wishes = new Wishes(this.#chance, factsNow(this.#storage.log));
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
    await this.time.until(() => Promise.resolve(!clients.busy && this.time.now >= FAIR_WEATHER_AT), LATEST);
    this.time.suspend(NIGHT);
    const settled = await this.time.until(() => this.isDone(), LATEST + NIGHT);
    return this.report(settled);
  }

  private found(): Promise<void> {
    const handler = handlerOf(this.#storage.log, this.#chance, this.time.date);
    return found(asking(handler), (by) => this.#ledger.given(occasionOf(by, this.#chance.uuid(), this.time.date())));
  }

  /** A process as `npm start` would make one: commands, views, policies and timers. */
  private begin(): void {
    const process: SimProcess = new SimProcess({
      time: this.time,
      chance: this.#chance,
      weather: () => this.#weather,
      crashed: () => {
        this.crashed(process);
      },
    });
    const { ports } = this.#storage;
    const events = intercept(ports.events, process.carry, { grown: this.grown });
    const handler = handlerOf(events, this.#chance, this.time.date);
    this.#processes.push({ process, handler });
    const views = new ViewRegistry(this.watched.views);
    const viewStore = intercept(ports.views, process.carry);
    const policyStore = intercept(ports.policies, process.carry);
    const timerStore = intercept(ports.timers, process.carry);
    const decide: DecideAsk = async (ask, as) =>
      this.#ledger.promised(this.#ledger.given(as.occasion), await asking(handler)(ask, as));
    const start = async () => {
      const follower = new ViewFollower({ views, store: viewStore, events, log: SILENT });
      await again(() => follower.start(), this.time);
      const { policies, timers = [] } = this.watched;
      const parts = { policies, store: policyStore, memory: viewStore, events, decide, log: SILENT };
      new PolicyRunner(parts).start();
      const { date: clock } = this.time;
      new TimerRunner({ timers, store: timerStore, events, decide, clock, log: SILENT }).start();
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
    for (const lock of this.#storage.locks) {
      this.time.after(this.#chance.below(1_000), () => {
        lock.breaks();
      });
    }
    this.time.after(this.#chance.below(3_000), () => {
      this.begin();
    });
  }

  /** Now and then the connection of whoever has a lease breaks, and nobody dies of it. */
  private breakLocks(): void {
    this.time.after(this.#chance.below(5_000), () => {
      if (this.#weather.lost === 0) return;
      this.#chance.pick(this.#storage.locks).breaks();
      this.breakLocks();
    });
  }

  private readonly grown: EventStore['grown'] = async (after, signal) => {
    for (let waited = 0; waited < 10 && !signal.aborted; waited++) {
      if (isBeyond(await this.#storage.log.head(), after)) return;
      await this.time.sleep(50 + this.#chance.below(100));
    }
  };

  private async isDone(): Promise<boolean> {
    return this.#storage.isAt(await this.#storage.log.head());
  }

  private async report(settled: boolean): Promise<Report> {
    return reportOn({
      seed: this.seed,
      watched: this.watched,
      settled,
      ledger: this.#ledger,
      log: await this.#storage.log.readAll({ after: 'start', limit: Number.MAX_SAFE_INTEGER }),
      waiting: await this.#storage.parked(),
      rowsOf: (view) => this.#storage.views.rowsOf(view),
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
