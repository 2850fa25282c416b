import { AppendSignal, type After } from '#platform/event-store';

/** How often other processes' appends are looked for, and how long a reader sleeps at most. */
const LOOK_MS = 100;
const PATIENCE_MS = 1_000;

/**
 * Waits for the log to grow: appends of this process wake at once; those of others are looked for, by one for all who wait: a dozen
 * followers that sleep ask once, not a dozen times.
 */
export class LogGrowth {
  readonly #growth = new AppendSignal();
  #lookedAt = -LOOK_MS;
  #looking: Promise<void> | undefined;

  constructor(private readonly head: () => Promise<After>) {}

  announce(head: After): void {
    this.#growth.announce(head);
  }

  async beyond(after: After, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    const isOver = () => signal.aborted || performance.now() >= began + PATIENCE_MS;
    const untilLook = () => Math.max(began, this.#lookedAt) + LOOK_MS - performance.now();
    while (!isOver() && !(await this.#growth.beyond(after, signal, untilLook()))) {
      if (!isOver()) await this.look();
    }
  }

  private look(): Promise<void> {
    if (!this.#looking && performance.now() - this.#lookedAt >= LOOK_MS) {
      this.#looking = this.find().finally(() => {
        this.#lookedAt = performance.now();
        this.#looking = undefined;
      });
    }
    return this.#looking ?? Promise.resolve();
  }

  private async find(): Promise<void> {
    this.announce(await this.head());
  }
}
