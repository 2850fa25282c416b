import type { After, EventStore } from '#platform/event-store';

/** Something that follows the log at its own pace. */
export interface Follower {
  /** Undefined when more is waiting, else the position after which there is nothing yet. */
  turn(signal: AbortSignal): Promise<After | undefined>;
}

/**
 * Keeps several followers going, each at its own pace: one that waits for a database, or has much to read, holds up no other. Ends when
 * told to stop; when one fails, all end, and that failure is thrown.
 */
export class SideBySide {
  constructor(
    private readonly followers: readonly Follower[],
    private readonly events: Pick<EventStore, 'grown'>,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const broken = new AbortController();
    const failures: unknown[] = [];
    // Each listens to a signal of its own: Node takes many listeners to one signal for a leak.
    const each = this.followers.map((follower) =>
      this.follow(follower, AbortSignal.any([signal, broken.signal])).catch((error: unknown) => {
        failures.push(error);
        broken.abort();
      }),
    );
    await Promise.all(each);
    if (failures.length > 0) throw failures[0];
  }

  private async follow(follower: Follower, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const after = await follower.turn(signal);
      if (after !== undefined) await this.events.grown(after, signal);
    }
  }
}
