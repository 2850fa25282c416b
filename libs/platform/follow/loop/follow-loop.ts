import type { After, EventStore } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import type { Waiters } from './waiters.js';
import { backOff, pause } from './pause.js';

/** Being the one process that does a job; it ends with `release`, or when the connection that holds it breaks. */
export interface Lease {
  release(): Promise<void>;
}

/** What a follower does while it has the lease. */
export interface Job<L extends Lease> {
  readonly name: string;
  /** Undefined while another process does the job. */
  lease(): Promise<L | undefined>;
  begin(lease: L): Promise<Work>;
  /** Readers who are never kept waiting while others' events gather; without it nothing gathers. */
  readonly waiters?: Waiters | undefined;
}

/** One turn: undefined when more is waiting, the position after which there is nothing yet, or `over` when the job is done. */
export type Work = (signal: AbortSignal) => Promise<After | 'over' | undefined>;

const STANDBY_MS = 500;
/** How many turns with no rest between them make a busy log: more than what one person does, and what follows from that, takes. */
const BUSY_TURNS = 8;
const REST_MS = 100;
/** How many times as long as a turn the pause after it is: a busy log leaves this process to its requests. */
const GATHERING = 4;
const MOST_GATHERING_MS = 25;

/**
 * Keeps one job going in one process at a time: stands by while another process has the lease, starts over after a failure with
 * growing pauses, and sleeps while the log does not grow. Never rejects.
 */
export class FollowLoop<L extends Lease> {
  readonly #stop = new AbortController();
  #nap = new AbortController();
  #running: Promise<void> | undefined;
  #lease: L | undefined;
  /** How many turns there were since the log last came to rest. */
  #turns = 0;

  constructor(
    private readonly job: Job<L>,
    private readonly events: Pick<EventStore, 'grown'>,
    private readonly log: Log,
  ) {
    job.waiters?.onWaiting(() => {
      this.wake();
    });
  }

  start(): void {
    this.#running ??= this.run();
  }

  /** Ends after the turn at hand, or breaks it off after a while. */
  async stop(patienceMs = 2_000): Promise<void> {
    this.#stop.abort();
    this.#nap.abort();
    const patience = new AbortController();
    const broken = pause(patienceMs, patience.signal).then(() =>
      patience.signal.aborted ? undefined : this.#lease?.release(),
    );
    await this.#running;
    patience.abort();
    await broken;
  }

  /** Looks again now, without waiting for the log to grow. */
  wake(): void {
    this.#nap.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.#stop;
    for (let failures = 0; !signal.aborted;) {
      try {
        this.#nap = new AbortController();
        const progressed = () => {
          if (failures > 0) this.log.info({ follower: this.job.name, failures }, 'a follower goes on');
          failures = 0;
        };
        if (await this.lead(progressed)) continue;
        await pause(STANDBY_MS, AbortSignal.any([signal, this.#nap.signal]));
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        failures++;
        this.log.error({ follower: this.job.name, failures, error }, 'a follower failed and starts over');
        await pause(backOff(failures), signal);
      }
    }
  }

  /** Works until told to stop; false when another process has the job. */
  private async lead(progressed: () => void): Promise<boolean> {
    const { signal } = this.#stop;
    const lease = await this.job.lease();
    if (!lease) return false;
    this.#lease = lease;
    try {
      const work = await this.job.begin(lease);
      while (!signal.aborted) {
        this.#nap = new AbortController();
        const began = performance.now();
        const after = await work(signal);
        progressed();
        if (after === 'over') break;
        if (after === undefined) continue;
        await this.gather(performance.now() - began);
        await this.sleep(after);
      }
    } finally {
      this.#lease = undefined;
      await lease.release();
    }
    return true;
  }

  /** After a turn on a busy log, what is appended next comes together for one turn, unless somebody waits for it. */
  private async gather(turnMs: number): Promise<void> {
    const { waiters } = this.job;
    if (++this.#turns < BUSY_TURNS || !waiters || waiters.isWaiting) return;
    await pause(Math.min(turnMs * GATHERING, MOST_GATHERING_MS), this.#nap.signal);
  }

  private async sleep(after: After): Promise<void> {
    if (this.#stop.signal.aborted || this.#nap.signal.aborted) return;
    const began = performance.now();
    await this.events.grown(after, this.#nap.signal);
    if (performance.now() - began >= REST_MS) this.#turns = 0;
  }
}
