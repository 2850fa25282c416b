import type { After } from '#platform/event-store';
import type { PolicyLease, PolicyStore } from '#platform/follow';

/** How often the marks are moved: a server that starts on half a province asks again for this much at most. */
const EVERY_MS = 1_000;

/**
 * What is generated holds the answers of some policies too. While it is being written no program runs any, and the marks up to which
 * these have answered move along. Whatever else reacts begins at the start of the log, as it would on any other.
 */
export class PolicyMark {
  #moved = 0;

  private constructor(
    private readonly lease: PolicyLease,
    private readonly at: Map<string, After>,
  ) {}

  /** Takes the mark of these policies, or gives undefined while a server runs. */
  static async take(
    store: PolicyStore,
    policies: readonly { readonly name: string }[],
  ): Promise<PolicyMark | undefined> {
    const lease = await store.lease();
    if (!lease) return undefined;
    const at = new Map<string, After>();
    for (const { name } of policies) at.set(name, await lease.checkpoint(name));
    return new PolicyMark(lease, at);
  }

  /** Moves the mark to here, once everything up to here is in the log. */
  async move(to: After): Promise<void> {
    const now = performance.now();
    if (now - this.#moved < EVERY_MS) return;
    this.#moved = now;
    await this.finish(to);
  }

  async finish(to: After): Promise<void> {
    for (const [policy, at] of this.at) {
      if (to === 'start' || (at !== 'start' && at >= to)) continue;
      await this.lease.move(policy, at, to);
      this.at.set(policy, to);
    }
  }

  release(): Promise<void> {
    return this.lease.release();
  }
}
