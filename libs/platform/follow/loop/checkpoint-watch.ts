import type { After } from '#platform/event-store';
import type { Waiters } from './waiters.js';
import { compareAfter, isPast } from './position.js';

/** How often, in milliseconds, a checkpoint that another process moves is looked up while somebody waits for it. */
const LOOK_MS = 40;

/** The checkpoint of a follower, wherever it runs, and waiting for it to pass a position. */
export class CheckpointWatch implements Waiters {
  #known: After = 'start';
  #looking = false;
  readonly #waiting = new Set<() => void>();
  readonly #hurry: (() => void)[] = [];

  /** `look` finds out where the follower is, also when it runs in another process. */
  constructor(readonly look: () => Promise<After>) {}

  /** The follower has come at least this far. */
  get known(): After {
    return this.#known;
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  onWaiting(hurry: () => void): void {
    this.#hurry.push(hurry);
  }

  /** A follower in this process says where it is. */
  readonly moved = (to: After): void => {
    this.#known = to;
    for (const check of [...this.#waiting]) check();
  };

  /** Where the follower is once it passed this position, or once time is up. Never rejects. */
  past(position: bigint, ms: number): Promise<After> {
    if (isPast(this.#known, position)) return Promise.resolve(this.#known);
    const passed = new Promise<After>((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(this.#known);
      };
      const check = () => {
        if (isPast(this.#known, position)) settle();
      };
      const timer = setTimeout(settle, Math.max(0, ms));
      this.#waiting.add(check);
    });
    for (const hurry of this.#hurry) hurry();
    void this.keepLooking();
    return passed;
  }

  /** An answer may be older than what was told meanwhile. */
  private readonly found = (at: After): void => {
    if (compareAfter(at, this.#known) > 0) this.moved(at);
  };

  /** One look at a time, however many wait, and none when nobody does. */
  private async keepLooking(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    while (this.#waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      // Whoever waits runs out of time by himself; the database may be back before that.
      if (this.#waiting.size > 0) await this.look().then(this.found, () => undefined);
    }
    this.#looking = false;
  }
}
