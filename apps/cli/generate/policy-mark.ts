import type { After } from '#platform/event-store';
import type { PolicyLease, PolicyStore } from '#platform/follow';

/** How often the mark is moved: a server that starts on half a province asks again for this much at most. */
const EVERY_MS = 1_000;

/**
 * What is generated holds the answers of the policies too. While it is being written no program runs them, and the mark up to which
 * they have answered moves along.
 */
export class PolicyMark {
  #moved = 0;

  private constructor(
    private readonly lease: PolicyLease,
    private at: After,
  ) {}

  /** Undefined while a server runs. */
  static async take(store: PolicyStore): Promise<PolicyMark | undefined> {
    const lease = await store.lease();
    return lease && new PolicyMark(lease, await lease.checkpoint());
  }

  /** Everything up to here is in the log. */
  async move(to: After): Promise<void> {
    const now = performance.now();
    if (now - this.#moved < EVERY_MS) return;
    this.#moved = now;
    await this.finish(to);
  }

  async finish(to: After): Promise<void> {
    if (to === 'start' || (this.at !== 'start' && this.at >= to)) return;
    await this.lease.move(this.at, to);
    this.at = to;
  }

  release(): Promise<void> {
    return this.lease.release();
  }
}
