import type { After } from '#platform/event-store';
import { CheckpointMoved, type Parked, type PolicyLease, type PolicyStore } from '#platform/follow';
import { Lock } from './lock.js';

const inOrder = (a: Parked, b: Parked) => Number(a.position - b.position);

/** What policies remember, in memory: each call is one step that cannot be half done. */
export class MemoryPolicyStore implements PolicyStore {
  readonly lock = new Lock();
  readonly #at = new Map<string, After>();
  #parked: readonly Parked[] = [];

  /** Whether every policy that ever ran stands here. */
  isAt(position: After | undefined): boolean {
    return this.#at.size > 0 && [...this.#at.values()].every((at) => at === position);
  }

  lease(): Promise<PolicyLease | undefined> {
    const holder = this.lock.take();
    return Promise.resolve(holder && this.leased(holder));
  }

  checkpoints(): Promise<ReadonlyMap<string, After>> {
    return Promise.resolve(new Map(this.#at));
  }

  parked(): Promise<readonly Parked[]> {
    return Promise.resolve([...this.#parked].sort(inOrder));
  }

  private leased(holder: symbol): PolicyLease {
    const asHolder = <T>(step: () => T) => this.lock.as(holder, step);
    const without = ({ follower, stream }: Parked) =>
      this.#parked.filter((one) => one.follower !== follower || one.stream !== stream);
    const of = (policy: string, all: Iterable<Parked>) =>
      [...all].filter(({ follower }) => follower === policy).sort(inOrder);
    return {
      release: () => {
        this.lock.free(holder);
        return Promise.resolve();
      },
      checkpoint: (policy) =>
        asHolder(() => {
          const at = this.#at.get(policy) ?? 'start';
          this.#at.set(policy, at);
          return at;
        }),
      move: (policy, from, to) =>
        asHolder(() => {
          if (from !== this.#at.get(policy)) throw new CheckpointMoved(policy);
          this.#at.set(policy, to);
        }),
      parked: (policy) => asHolder(() => of(policy, this.#parked)),
      park: (parked) => asHolder(() => void (this.#parked = [...without(parked), parked])),
      unpark: (parked) => asHolder(() => void (this.#parked = without(parked))),
    };
  }
}
