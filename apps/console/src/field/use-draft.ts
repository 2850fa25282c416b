import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../lib/new-id';
import { askToKeep } from './form/pictures';
import { mayBeChanged, reopened, saved, type Capacity, type Item } from './queue/item';
import type { FieldStore } from './queue/store';
import type { Things } from './things';
import { beginning, isBegun, keepUsed, keptUsed, usedAfter, type Used } from './used';

interface Writer {
  readonly owner: string;
  readonly capacity: Capacity;
  readonly things: Things | undefined;
}

interface Present {
  readonly item: Item;
  readonly used: Used;
}

const fresh = (used: Used, { owner, capacity, things }: Writer): Item => ({
  ...{ id: newId(), owner, capacity, standing: 'draft', entered: beginning(used, things), photos: [] },
  ...{ commandId: newId(), sequence: 0, savedAt: undefined },
});

/** The finding that somebody writes: kept with every letter, so that neither a reload nor a killed tab takes it. */
export const useDraft = (store: FieldStore, writer: Writer) => {
  const [present, setPresent] = useState<Present>();
  const now = useRef<Present>(undefined);
  const { owner } = writer;
  const show = useCallback((next: Present) => {
    now.current = next;
    setPresent(next);
  }, []);

  useEffect(() => {
    const begin = async () => {
      const used = await keptUsed(store, owner);
      const kept = (await store.itemsOf(owner)).findLast(({ standing }) => standing === 'draft');
      show({ item: kept ?? fresh(used, writer), used });
    };
    void begin();
    // Whoever writes stays the same here, and what they know only fills a new finding.
  }, [store, owner]);

  const change = (changed: (item: Item) => Item) => {
    if (!now.current) return;
    const item = changed(now.current.item);
    show({ ...now.current, item });
    void store.put(item);
  };

  /** Puts it behind all that were saved before; answers which it was. */
  const save = async (): Promise<string | undefined> => {
    if (!now.current) return undefined;
    const { item, used } = now.current;
    const at = new Date().toISOString();
    const sequence = await store.nextSequence();
    await store.put(saved(item, { at, sequence, commandId: newId(), capacity: writer.capacity }));
    const after = usedAfter(used, item.entered);
    await keepUsed(store, owner, after);
    askToKeep();
    show({ item: fresh(after, writer), used: after });
    return item.id;
  };

  /** Goes on with one that is a draft, or was refused, or was not tried yet. What is in hand stays among the drafts. */
  const take = async (id: string): Promise<void> => {
    const item = await store.change(id, (one) => (mayBeChanged(one) ? reopened(one, newId) : one));
    const before = now.current;
    if (item?.standing !== 'draft' || !before) return;
    if (before.item.id !== id && !isBegun(before.item)) await store.remove(before.item);
    show({ ...before, item });
  };
  return { present, change, save, take };
};
