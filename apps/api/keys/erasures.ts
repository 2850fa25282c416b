import { asErased, erasedAmong, returnedKeys, type ErasedKey, type KeptKeys } from '#platform/personal-data';
import type { ErasedKeysOfLog } from '#platform/postgres';

/** What is on record of one log. */
export interface Erasures {
  readonly find: () => Promise<readonly ErasedKey[]>;
  readonly record: (keys: readonly ErasedKey[]) => Promise<void>;
}

export const erasuresOf = (log: string, records: Pick<ErasedKeysOfLog, 'find' | 'record'>): Erasures => ({
  find: () => records.find(log),
  record: (keys) => records.record(log, keys),
});

/** Puts on record what a store says of itself: one that is new to a log may have been another copy's. */
export const recordAll = async (keys: Pick<KeptKeys, 'everyKey'>, { record }: Erasures): Promise<void> => {
  for await (const page of keys.everyKey()) {
    const erased = erasedAmong(page);
    if (erased.length > 0) await record(erased);
  }
};

/** Destroys again what was destroyed already and is here, as after an older copy was restored; answers how many keys that were. */
export const eraseAgain = async (
  keys: Pick<KeptKeys, 'keptOf' | 'takeOver'>,
  { find }: Pick<Erasures, 'find'>,
): Promise<number> => {
  const returned = await returnedKeys(keys, await find());
  if (returned.length > 0) await keys.takeOver(returned.map(asErased));
  return returned.length;
};
