import { DamagedHistory, type Damage } from './errors.js';
import type { ReadStream } from './event-store.js';
import { historyFlaw, type Placed } from './history-flaw.js';

/** How many are kept: whoever mends a log looks for the others with `sifang log verify`. */
const MOST = 100;

/** The damage that a process has come upon, until it is seen to be mended. */
export class KnownDamages {
  readonly #known = new Map<string, Damage>();

  /** All, nearest to the start of the log first, one for each stream. */
  get all(): readonly Damage[] {
    const sorted = [...this.#known.values()].sort((a, b) => (a.position < b.position ? -1 : 1));
    const streams = new Set<string>();
    return sorted.filter(({ stream }) => !streams.has(stream) && streams.add(stream));
  }

  /** `how` tells sightings of one stream apart, so that the end of one does not end the other. */
  note(how: string, damage: Damage): void {
    if (this.#known.size < MOST) this.#known.set(`${how} ${damage.stream}`, damage);
  }

  mended(how: string, stream: string): void {
    this.#known.delete(`${how} ${stream}`);
  }

  find(how: string, stream: string): Damage | undefined {
    return this.#known.get(`${how} ${stream}`);
  }

  /** These events of a stream, as it was read. Throws DamagedHistory when they are not all that must be there. */
  whole<E extends Placed>(stream: string, range: ReadStream, events: readonly E[]): readonly E[] {
    const damage = historyFlaw(stream, range, events);
    if (damage) {
      this.note('read', damage);
      throw new DamagedHistory(damage);
    }
    if (!range.backwards && (range.from ?? 0n) === 0n) this.mended('read', stream);
    return events;
  }
}
