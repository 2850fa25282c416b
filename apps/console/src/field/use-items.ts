import { useEffect, useState } from 'react';
import type { Item } from './queue/item';
import type { FieldStore } from './queue/store';

/** What this phone keeps for somebody, and how much for others. */
export interface Kept {
  readonly items: readonly Item[];
  readonly others: number;
}

/** Follows what the phone keeps. Of others it tells a count. */
export const useItems = (store: FieldStore, owner: string | undefined): Kept => {
  const [kept, setKept] = useState<Kept>({ items: [], others: 0 });
  useEffect(() => {
    const read = async () => {
      const items = owner === undefined ? [] : await store.itemsOf(owner);
      setKept({ items, others: await store.unsentOfOthers(owner) });
    };
    void read();
    return store.onChange(() => void read());
  }, [store, owner]);
  return kept;
};
