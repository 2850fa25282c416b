import type { Id } from '#kernel';
import { LRUCache } from 'lru-cache';

/** How many streams are remembered, how many that each leads to, and how many are read ahead for one. */
const STREAMS = 2_000;
const EACH = 4;
const MOST = 16;

/**
 * Which streams decisions read because another one names them: a body leads to the one above it. It only says what is worth reading at
 * once instead of one after the other; what is read is what the log holds then.
 */
export class StreamCompany {
  readonly #ledTo = new LRUCache<Id, readonly Id[]>({ max: STREAMS });

  /** Remembers that a decision went on from one stream to another. */
  note(from: Id, to: Id): void {
    const before = (this.#ledTo.get(from) ?? []).filter((one) => one !== to);
    this.#ledTo.set(from, [to, ...before].slice(0, EACH));
  }

  /** The streams that one leads to, over any number of steps, the nearest first. */
  of(stream: Id): readonly Id[] {
    const found = new Set([stream]);
    for (const one of found) {
      for (const next of this.#ledTo.get(one) ?? []) if (found.size <= MOST) found.add(next);
    }
    return [...found].slice(1);
  }
}
