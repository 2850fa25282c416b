import { useCallback, useEffect, useState } from 'react';
import type { SignedIn } from '../api/door';
import { findPlaces } from './places';
import type { Capacity } from './queue/item';
import type { FieldStore } from './queue/store';
import { keepThings, keptThings, readThings, withPlaces, type Things } from './things';

interface Asking {
  readonly store: FieldStore;
  readonly who: SignedIn & { readonly chosen: Capacity };
  readonly isReached: boolean;
}

/** What the form is filled with: as it was kept, then as it is, with all that is looked for. Nothing until that is settled. */
export const useThings = ({ store, who, isReached }: Asking) => {
  const [read, setRead] = useState<{ readonly things: Things | undefined }>();
  const { personId: owner, chosen: capacity } = who;
  useEffect(() => {
    const look = async () => {
      const whose = { owner, capacity };
      const kept = await keptThings(store, whose);
      if (kept || !isReached) setRead((before) => before ?? { things: kept });
      const now = isReached ? await readThings(whose, kept) : undefined;
      if (now) await keepThings(store, whose, now);
      setRead((before) => (now ? { things: now } : (before ?? { things: undefined })));
    };
    void look();
    // Who they are stays the same here.
  }, [store, isReached]);

  const seek = useCallback(
    async (text: string) => {
      const found = isReached ? await findPlaces(text) : [];
      if (found.length === 0) return;
      setRead((before) => {
        if (!before?.things) return before;
        const things = withPlaces(before.things, found);
        void keepThings(store, { owner, capacity }, things);
        return { things };
      });
    },
    // Who they are stays the same here.
    [store, isReached],
  );
  return { read, seek: useCallback((text: string) => void seek(text), [seek]) };
};
