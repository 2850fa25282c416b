import { useEffect, useState } from 'react';
import { useKeys, type KeyMap } from '../lib/keys';
import { placesFor, type Place } from '../screens/registry';
import { useSession } from '../session/session';

/** How long `G` waits for the key of a place. */
const WAIT_MS = 1_200;

/** `G`, then the key of a place. */
export const useGoKeys = (go: (to: Place['to']) => void): void => {
  const { grants } = useSession().me;
  const [isWaiting, wait] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => wait(false), WAIT_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  const places: [string, () => void][] = placesFor(grants).map(({ code, to }) => [
    code,
    () => {
      wait(false);
      go(to);
    },
  ]);
  const keys: KeyMap = Object.fromEntries(places);
  useKeys({ KeyG: () => wait(true), ...(isWaiting && keys) }, true);
};
