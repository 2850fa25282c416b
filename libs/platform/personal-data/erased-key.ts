import { erasedAt, erasedMark, isErased } from './key-lines.js';
import type { KeptKeys, WrappedKey } from './key-store.js';

/** A key that was destroyed, as it stands on record. */
export interface ErasedKey {
  readonly id: string;
  readonly stream: string;
  readonly at: Date;
}

/** Of some keys as they are kept those that say that they were destroyed. */
export const erasedAmong = (keys: readonly WrappedKey[]): readonly ErasedKey[] =>
  keys.flatMap((key) => {
    const at = erasedAt(key);
    return at ? [{ id: key.id, stream: key.stream, at }] : [];
  });

/** The keys that are here although their erasure is on record, as when an older copy was put in the place of the store. */
export const returnedKeys = async (
  keys: Pick<KeptKeys, 'keptOf'>,
  onRecord: readonly ErasedKey[],
): Promise<readonly ErasedKey[]> => {
  const kept = await keys.keptOf([...new Set(onRecord.map(({ stream }) => stream))]);
  const whole = new Set(kept.filter((key) => !isErased(key)).map(({ id }) => id));
  return onRecord.filter(({ id }) => whole.has(id));
};

/** A destroyed key as a store takes it over. */
export const asErased = ({ id, stream, at }: ErasedKey): WrappedKey => ({ id, stream, wrapped: erasedMark(at) });
