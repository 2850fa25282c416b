import { useCallback, useEffect, useRef, useState } from 'react';
import { door, type SignedIn } from '../api/door';
import { usePreferences } from '../lib/preferences';
import { standingOf, type Standing } from '../session/standing';
import type { FieldStore } from './queue/store';

/** Whoever uses the phone. Without a network it is who was here last, unless they signed out. */
export type Person =
  | Exclude<Standing, { readonly at: 'in' | 'away' }>
  /** They signed out, or their session ended while they were here. */
  | { readonly at: 'away'; readonly isEnded: boolean }
  | { readonly at: 'in'; readonly who: SignedIn; readonly isReached: boolean };

const WHO = 'who';
const LEAVING = 'leaving';

/** They signed out where there was no network: that comes first, once there is one. */
const leaveFirst = async (store: FieldStore): Promise<void> => {
  if ((await store.kept<boolean>(LEAVING)) !== true) return;
  const answer = await door.signOut();
  if (!('failure' in answer) || answer.failure.code === 'UNAUTHENTICATED') await store.keep(LEAVING, undefined);
};

/** Nobody answers: then it is whoever was here last. Nobody is in: then nobody was here. */
const withoutSession = async (
  store: FieldStore,
  standing: Exclude<Standing, { readonly at: 'in' }>,
): Promise<Person> => {
  const who = await store.kept<SignedIn>(WHO);
  if (standing.at === 'unreachable') return who ? { at: 'in', who, isReached: false } : standing;
  await store.keep(WHO, undefined);
  return standing.at === 'away' ? { at: 'away', isEnded: who !== undefined } : standing;
};

const personOf = async (store: FieldStore): Promise<Person> => {
  await leaveFirst(store);
  const standing = standingOf(await door.session());
  if (standing.at !== 'in') return withoutSession(store, standing);
  // They are still signed in only because nobody could be told.
  if ((await store.kept<boolean>(LEAVING)) === true) return { at: 'away', isEnded: false };
  await store.keep(WHO, standing.who);
  return { at: 'in', who: standing.who, isReached: true };
};

/** Tells when somebody else may be at the phone, or there may be a network, or none any more. */
const onLook = (look: () => void): (() => void) => {
  const heard = ['online', 'offline', 'focus', 'pageshow'] as const;
  const lookAtLast = () => {
    if (document.visibilityState === 'visible') look();
  };
  for (const name of heard) window.addEventListener(name, lookAtLast);
  document.addEventListener('visibilitychange', lookAtLast);
  return () => {
    for (const name of heard) window.removeEventListener(name, lookAtLast);
    document.removeEventListener('visibilitychange', lookAtLast);
  };
};

/** Knows who uses the phone, and looks again whenever that may have changed. */
export const usePerson = (store: FieldStore) => {
  const [person, setPerson] = useState<Person>({ at: 'asking' });
  const asked = useRef(0);
  const ask = useCallback(async () => {
    const turn = (asked.current += 1);
    const now = await personOf(store);
    // What was asked later knows better.
    if (turn !== asked.current) return;
    // Why they are out stays said until they are in again.
    setPerson((before) => (before.at === 'away' && now.at === 'away' ? before : now));
  }, [store]);
  const look = useCallback(() => void ask(), [ask]);
  const { language } = usePreferences();
  // Posts are called by their names in the language of whoever reads.
  useEffect(() => {
    look();
    return onLook(look);
  }, [look, language]);

  const leave = async () => {
    await store.keep(WHO, undefined);
    await store.keep(LEAVING, true);
    await ask();
  };
  /** Whoever signs in now stays. */
  const come = async () => {
    await store.keep(LEAVING, undefined);
    await ask();
  };
  const choose = (who: SignedIn) => setPerson({ at: 'choosing', posts: who.posts, forOthers: who.forOthers });
  return { person, look, leave: () => void leave(), come: () => void come(), choose };
};
