import type { After } from '#platform/event-store';
import type { Parked, PolicyLease, PolicyStore } from '#platform/follow';
import { Lock } from './lock.js';
import { MemoryCheckpoints } from './memory-checkpoints.js';

/** What policies remember, in memory: each call is one step that cannot be half done. */
export class MemoryPolicyStore implements PolicyStore {
  readonly lock = new Lock();
  readonly #policies = new MemoryCheckpoints();

  /** Whether every policy that ever ran stands here. */
  isAt(position: After | undefined): boolean {
    return this.#policies.hasBegun && this.#policies.isAt(position);
  }

  lease(): Promise<PolicyLease | undefined> {
    const holder = this.lock.take();
    return Promise.resolve(holder && this.leased(holder));
  }

  checkpoints(): Promise<ReadonlyMap<string, After>> {
    return Promise.resolve(this.#policies.all());
  }

  parked(): Promise<readonly Parked[]> {
    return Promise.resolve(this.#policies.parked());
  }

  private leased(holder: symbol): PolicyLease {
    const asHolder = <T>(step: (policies: MemoryCheckpoints) => T) => this.lock.as(holder, () => step(this.#policies));
    return {
      release: () => {
        this.lock.free(holder);
        return Promise.resolve();
      },
      checkpoint: (policy) => asHolder((policies) => policies.of(policy)),
      move: (policy, from, to) => asHolder((policies) => policies.move(policy, from, to)),
      parked: (policy) => asHolder((policies) => policies.parked(policy)),
      park: (parked) => asHolder((policies) => policies.park(parked)),
      unpark: (parked) => asHolder((policies) => policies.unpark(parked)),
    };
  }
}
