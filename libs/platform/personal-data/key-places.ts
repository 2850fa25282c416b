/**
 * Where in a file something is, by its name. What is remembered of a name is one number, because there are millions of them: so
 * several names may have the same, and whoever finds places has to look there. As many as a Map can hold, 2²⁴.
 */
export class KeyPlaces {
  readonly #byHash = new Map<number, number | readonly number[]>();

  /** Something whose name has this hash begins at this byte. */
  add(hash: number, place: number): void {
    const others = this.#byHash.get(hash);
    if (others === undefined) this.#byHash.set(hash, place);
    else this.#byHash.set(hash, typeof others === 'number' ? [others, place] : [...others, place]);
  }

  /** Gives the places of a key, in the order in which they were added. */
  of(name: string): readonly number[] {
    const bytes = Buffer.from(name);
    const places = this.#byHash.get(hashOf(bytes, 0, bytes.length)) ?? [];
    return typeof places === 'number' ? [places] : places;
  }
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over these bytes, as a signed number of 32 bits, which needs no memory of its own. Source: draft-eastlake-fnv. */
export const hashOf = (bytes: Buffer, from: number, to: number): number => {
  let hash = FNV_OFFSET | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
  return hash;
};
