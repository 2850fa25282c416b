import type { After, EventStore } from '#platform/event-store';

/** Reads the log as it grows, as every follower does, and notes where it was not handed the very next position. */
export class Tail {
  /** One line for each step of the reader that was not the next one. */
  readonly skips: string[] = [];
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #after: After = 'start';
  #read = 0n;

  constructor(private readonly events: Pick<EventStore, 'readAll' | 'grown'>) {
    this.#running = this.run();
  }

  /** How many events it has read. */
  get read(): bigint {
    return this.#read;
  }

  /** Ends it. Throws what it could not go on for. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  private async run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const batch = await this.events.readAll({ after: this.#after, limit: 100 });
      for (const { position } of batch) {
        if (position !== this.#read) this.skips.push(`after ${String(this.#after)} came ${String(position)}`);
        this.#read = position + 1n;
        this.#after = position;
      }
      if (batch.length === 0) await this.events.grown(this.#after, this.#stop.signal);
    }
  }
}
