import type { Id } from '#kernel';
import type { After } from '#platform/event-store';
import { CheckpointMoved, type Parked } from '#platform/follow';

export const inOrder = (a: Parked, b: Parked): number => Number(a.position - b.position);

/** Up to where followers have come, and the streams that they wait with, in memory. */
export class MemoryCheckpoints {
  readonly #at = new Map<string, After>();
  #parked: readonly Parked[] = [];

  /** Whether any follower ever ran. */
  get hasBegun(): boolean {
    return this.#at.size > 0;
  }

  /** Whether every follower that ever ran stands here. */
  isAt(position: After | undefined): boolean {
    return [...this.#at.values()].every((at) => at === position);
  }

  all(): ReadonlyMap<string, After> {
    return new Map(this.#at);
  }

  /** The checkpoint of a follower; from now on it counts as one that ran. */
  of(follower: string): After {
    const at = this.#at.get(follower) ?? 'start';
    this.#at.set(follower, at);
    return at;
  }

  move(follower: string, from: After, to: After): void {
    if (from !== this.#at.get(follower)) throw new CheckpointMoved(follower);
    this.#at.set(follower, to);
  }

  restart(follower: string): void {
    this.#at.set(follower, 'start');
    this.#parked = this.#parked.filter((one) => one.follower !== follower);
  }

  /** Parked streams of one follower, or of all, nearest to the start first. */
  parked(follower?: string): readonly Parked[] {
    return this.#parked.filter((one) => follower === undefined || one.follower === follower).sort(inOrder);
  }

  isParked(follower: string, stream: Id): boolean {
    return this.#parked.some((one) => one.follower === follower && one.stream === stream);
  }

  park(parked: Parked): void {
    this.unpark(parked);
    this.#parked = [...this.#parked, parked];
  }

  unpark({ follower, stream }: Pick<Parked, 'follower' | 'stream'>): void {
    this.#parked = this.#parked.filter((one) => one.follower !== follower || one.stream !== stream);
  }
}
