import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyTimer } from '#kernel';
import type { Clock } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { FollowLoop, type Work } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';
import { sharedScan } from '../loop/shared-scan.js';
import { SideBySide } from '../loop/side-by-side.js';
import { AskDispatcher, type DecideAsk } from '../policies/ask-dispatcher.js';
import { TimerFiring } from './timer-firing.js';
import type { TimerLease, TimerStore } from './timer-store.js';
import { TimerTerm } from './timer-term.js';

/** How long an act waits for what falls due before it. */
const REACH_MS = 2_000;

export interface TimerRunning {
  readonly timers: readonly AnyTimer[];
  readonly store: TimerStore;
  readonly events: EventStore;
  readonly decide: DecideAsk;
  /** By which it is known what is due. */
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Keeps what timers make due, and asks for it when its moment has passed: at least once and with the effect of once, since each command's
 * id follows from its row. One process at a time does; a stream that makes a timer throw waits, for that timer alone.
 */
export class TimerRunner {
  readonly #loop: FollowLoop<TimerLease>;
  #firing: TimerFiring | undefined;

  constructor(private readonly parts: TimerRunning) {
    const { timers, store, events, log } = parts;
    const names = new Set(timers.map(({ name }) => name));
    if (names.size < timers.length) throw new Error('two timers have the same name');
    this.#loop = new FollowLoop(
      { name: 'timers', lease: () => store.lease(), begin: (lease) => this.begin(lease) },
      events,
      log,
    );
  }

  /** Without a timer nothing runs. */
  start(): void {
    if (this.parts.timers.length > 0) this.#loop.start();
  }

  async stop(): Promise<void> {
    this.#firing = undefined;
    await this.#loop.stop();
  }

  /**
   * Asks for what falls due up to a moment that the log is about to be run ahead to. Whoever does not run the timers does nothing, and
   * nobody waits for long.
   */
  async reach(moment: Date): Promise<void> {
    if (this.#firing) await Promise.race([this.#firing.reach(moment), sleep(REACH_MS, undefined, { ref: false })]);
  }

  /** Streams that wait, for any timer. */
  parked(): Promise<readonly Parked[]> {
    return this.parts.store.parked();
  }

  private async begin(lease: TimerLease): Promise<Work> {
    const { timers, events, decide, clock, log } = this.parts;
    const terms: TimerTerm[] = [];
    const firing = new TimerFiring({ terms, events, dispatcher: new AskDispatcher(decide, log), clock }, lease);
    this.#firing = firing;
    const set = () => {
      firing.wake();
    };
    const parts = { events, scans: sharedScan(events), log, set };
    for (const timer of timers) terms.push(await TimerTerm.begin(timer, parts, lease));
    const running = new SideBySide([...terms, firing], events);
    return async (signal) => {
      await running.run(signal);
      return undefined;
    };
  }
}
