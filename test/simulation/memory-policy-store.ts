import type { Id } from '#kernel';
import type { After } from '#platform/event-store';
import { CheckpointMoved, type Parked, type PolicyLease, type PolicyStore } from '#platform/follow';
import { Lock } from './lock.js';

const inOrder = (a: Parked, b: Parked) => Number(a.position - b.position);

/** What policies remember, in memory: each call is one step that cannot be half done. */
export class MemoryPolicyStore implements PolicyStore {
  readonly lock = new Lock();
  #at: After = 'start';
  #parked: readonly Parked[] = [];
  readonly #retry = new Set<Parked>();

  get at(): After {
    return this.#at;
  }

  lease(): Promise<PolicyLease | undefined> {
    const holder = this.lock.take();
    return Promise.resolve(holder && this.leased(holder));
  }

  checkpoint(): Promise<After> {
    return Promise.resolve(this.#at);
  }

  parked(): Promise<readonly Parked[]> {
    return Promise.resolve([...this.#parked].sort(inOrder));
  }

  retry(stream?: Id): Promise<void> {
    for (const one of this.#parked) if (stream === undefined || one.stream === stream) this.#retry.add(one);
    return Promise.resolve();
  }

  private leased(holder: symbol): PolicyLease {
    const asHolder = <T>(step: () => T) => this.lock.as(holder, step);
    const without = ({ follower, stream }: Parked) =>
      this.#parked.filter((one) => one.follower !== follower || one.stream !== stream);
    return {
      release: () => {
        this.lock.free(holder);
        return Promise.resolve();
      },
      checkpoint: () => asHolder(() => this.#at),
      move: (from, to) =>
        asHolder(() => {
          if (from !== this.#at) throw new CheckpointMoved('policies');
          this.#at = to;
        }),
      parked: () => asHolder(() => [...this.#parked].sort(inOrder)),
      retries: () =>
        asHolder(() => {
          const asked = [...this.#retry];
          this.#retry.clear();
          return asked.sort(inOrder);
        }),
      park: (parked) => asHolder(() => void (this.#parked = [...without(parked), parked])),
      unpark: (parked) => asHolder(() => void (this.#parked = without(parked))),
    };
  }
}
