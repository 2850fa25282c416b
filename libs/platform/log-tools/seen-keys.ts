const FIRST_SLOTS = 1024;

/**
 * A set of UUIDs that are SHA-1 digests (version 5), kept as 60 bits of each: ten million take 256 MB at most, where a set of
 * strings takes a gigabyte. The chance that it takes two different ones of ten million for the same is 1 in 20,000.
 */
export class SeenKeys {
  #slots = new BigUint64Array(FIRST_SLOTS);
  #size = 0;

  /** Adds a key; false when it was there already. */
  add(uuid: string): boolean {
    if (this.#size * 2 >= this.#slots.length) this.grow();
    const added = insert(this.#slots, BigInt(`0x${uuid.replaceAll('-', '').slice(0, 16)}`));
    if (added) this.#size += 1;
    return added;
  }

  private grow(): void {
    const slots = new BigUint64Array(this.#slots.length * 2);
    for (const bits of this.#slots) if (bits !== 0n) insert(slots, bits);
    this.#slots = slots;
  }
}

/** Open addressing: the first free slot from where the bits point to. The version digit is never 0, and so are no bits. */
const insert = (slots: BigUint64Array, bits: bigint): boolean => {
  let slot = Number(bits >> 32n) % slots.length;
  while (slots[slot] !== 0n) {
    if (slots[slot] === bits) return false;
    slot = (slot + 1) % slots.length;
  }
  slots[slot] = bits;
  return true;
};
