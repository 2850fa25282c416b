import { useCallback, useEffect, useState } from 'react';
import type { SignedIn } from '../api/door';
import { findNames, type NamedKind } from './names';
import { findPlaces } from './places';
import { usePreferences } from '../lib/preferences';
import type { Capacity } from './queue/item';
import type { FieldStore } from './queue/store';
import { keepThings, keptThings, readThings, withNames, withPlaces, type Things } from './things';

interface Asking {
  readonly store: FieldStore;
  readonly who: SignedIn & { readonly chosen: Capacity };
  readonly isReached: boolean;
}

/** What the form is filled with: as it was kept, then as it is, with all that is looked for. Nothing until that is settled. */
export const useThings = ({ store, who, isReached }: Asking) => {
  const [read, setRead] = useState<{ readonly things: Things | undefined }>();
  const { personId: owner, chosen: capacity } = who;
  const { language } = usePreferences();
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
    // Who they are stays the same here; things are called by their names in the language of whoever reads.
  }, [store, isReached, language]);

  const learn = useCallback(
    (wiser: (things: Things) => Things) =>
      setRead((before) => {
        if (!before?.things) return before;
        const things = wiser(before.things);
        void keepThings(store, { owner, capacity }, things);
        return { things };
      }),
    // Who they are stays the same here.
    [store],
  );
  const seek = useCallback(
    async (text: string) => {
      const found = isReached ? await findPlaces(text) : [];
      if (found.length > 0) learn((things) => withPlaces(things, found));
    },
    [isReached, learn],
  );
  const find = useCallback(
    async (kind: NamedKind, text: string) => {
      const found = isReached ? await findNames(kind, text) : [];
      if (found.length > 0) learn((things) => withNames(things, kind, found));
      return found;
    },
    [isReached, learn],
  );
  return { read, seek: useCallback((text: string) => void seek(text), [seek]), find };
};
