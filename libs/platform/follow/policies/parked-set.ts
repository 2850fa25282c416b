import type { Id } from '#kernel';
import type { Parked } from '../loop/parked.js';

/** Which streams wait, and for which follower. */
export class ParkedSet {
  readonly #streams = new Map<string, Set<Id>>();

  constructor(parked: readonly Parked[]) {
    for (const one of parked) this.add(one);
  }

  get any(): boolean {
    return this.#streams.size > 0;
  }

  has(follower: string, stream: Id): boolean {
    return this.#streams.get(follower)?.has(stream) ?? false;
  }

  add({ follower, stream }: Parked): void {
    this.#streams.set(follower, (this.#streams.get(follower) ?? new Set()).add(stream));
  }

  release({ follower, stream }: Parked): void {
    const streams = this.#streams.get(follower);
    streams?.delete(stream);
    if (streams?.size === 0) this.#streams.delete(follower);
  }
}
