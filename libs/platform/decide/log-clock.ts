import type { EventStore } from '#platform/event-store';
import type { Clock } from './clock.js';

export const LOG_CLOCK = Symbol('LogClock');

/** How old a reading may be before somebody who only looks has it renewed: another process may have run the clock ahead. */
const FRESH_MS = 250;

interface Reading {
  readonly from: string;
  readonly shows: number;
  readonly at: number;
}

/** Does what has fallen due up to a moment that the log is about to reach. */
type Preparation = (moment: Date) => Promise<void>;

/**
 * The clock by which the log records. It is the real one, unless the log has one of its own; then every process reads it from the log.
 * Whether it has is known for good once it holds an event.
 */
export class LogClock {
  #reading: Reading | undefined;
  #isReal = false;
  #looking: Promise<void> | undefined;
  readonly #preparations: Preparation[] = [];

  constructor(
    private readonly log: Pick<EventStore, 'head' | 'testClock'>,
    readonly real: Clock = () => new Date(),
  ) {}

  /** The present moment of the log, as far as this process knows. */
  readonly now: Clock = () => {
    if (this.isStale()) void this.look().catch(() => undefined);
    const [reading, real] = [this.#reading, this.real()];
    return reading ? new Date(Math.min(reading.shows + performance.now() - reading.at, real.getTime())) : real;
  };

  /** The present moment of the log, asked now where it may have changed. */
  async fresh(): Promise<Date> {
    if (!this.#isReal) await this.look();
    return this.now();
  }

  /** When the log's own clock began; undefined for a log that goes by the real one. */
  async began(): Promise<string | undefined> {
    await this.fresh();
    return this.#reading?.from;
  }

  /** Has this done before the log is run ahead to a moment. */
  beforeRunningAhead(prepare: Preparation): void {
    this.#preparations.push(prepare);
  }

  /** Prepares for an act of this moment: what falls due on the way comes before it. */
  async reach(occurredAt: string): Promise<void> {
    const moment = new Date(occurredAt);
    if (!this.#reading || moment <= this.now()) return;
    for (const prepare of this.#preparations) await prepare(moment);
  }

  /** When an act of this moment will be recorded: now, or then where the log is run ahead to it. */
  recording(occurredAt: string): Date {
    const now = this.now();
    return this.#reading && Date.parse(occurredAt) > now.getTime() ? new Date(occurredAt) : now;
  }

  private isStale(): boolean {
    return this.#reading !== undefined && performance.now() - this.#reading.at > FRESH_MS;
  }

  private look(): Promise<void> {
    this.#looking ??= this.read().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  private async read(): Promise<void> {
    // In this order: a log that held an event before it was asked for its clock gets none later.
    const head = this.#reading ? undefined : await this.log.head();
    const test = await this.log.testClock();
    this.#reading = test && { from: test.from, shows: Date.parse(test.shows), at: performance.now() };
    this.#isReal = !test && head !== 'start';
  }
}
