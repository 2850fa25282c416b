import { useCallback, useEffect, useState } from 'react';
import { door, type SignedIn } from '../api/door';
import { standingOf, type Standing } from '../session/standing';
import type { FieldStore } from './queue/store';

/** Whoever uses the phone. Without a network it is who was here last, unless they signed out. */
export type Person =
  Exclude<Standing, { readonly at: 'in' }> | { readonly at: 'in'; readonly who: SignedIn; readonly isReached: boolean };

const WHO = 'who';
const LEAVING = 'leaving';

/** They signed out where there was no network: that comes first, once there is one. */
const leaveFirst = async (store: FieldStore): Promise<void> => {
  if ((await store.kept<boolean>(LEAVING)) !== true) return;
  const answer = await door.signOut();
  if (!('failure' in answer) || answer.failure.code === 'UNAUTHENTICATED') await store.keep(LEAVING, undefined);
};

const withoutNetwork = async (store: FieldStore, standing: Standing): Promise<Person> => {
  const who = await store.kept<SignedIn>(WHO);
  return who && standing.at === 'unreachable' ? { at: 'in', who, isReached: false } : (standing as Person);
};

const personOf = async (store: FieldStore): Promise<Person> => {
  await leaveFirst(store);
  const standing = standingOf(await door.session());
  if (standing.at === 'unreachable') return withoutNetwork(store, standing);
  if (standing.at !== 'in') {
    await store.keep(WHO, undefined);
    return standing;
  }
  // They are still signed in only because nobody could be told.
  if ((await store.kept<boolean>(LEAVING)) === true) return { at: 'away' };
  await store.keep(WHO, standing.who);
  return { at: 'in', who: standing.who, isReached: true };
};

/** Knows who uses the phone, and looks again whenever that may have changed. */
export const usePerson = (store: FieldStore) => {
  const [person, setPerson] = useState<Person>({ at: 'asking' });
  const ask = useCallback(() => void personOf(store).then(setPerson), [store]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') ask();
    };
    ask();
    const heard = ['online', 'offline', 'focus', 'pageshow'] as const;
    for (const name of heard) window.addEventListener(name, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      for (const name of heard) window.removeEventListener(name, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ask]);

  const leave = async () => {
    await store.keep(WHO, undefined);
    await store.keep(LEAVING, true);
    ask();
  };
  /** Whoever signs in now stays. */
  const come = async () => {
    await store.keep(LEAVING, undefined);
    ask();
  };
  const choose = (who: SignedIn) => setPerson({ at: 'choosing', posts: who.posts });
  return { person, ask, leave: () => void leave(), come: () => void come(), choose };
};
