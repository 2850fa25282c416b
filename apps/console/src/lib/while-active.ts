import { useEffect } from 'react';

/** Who has done nothing for so long is not there: what a page asks by itself must not keep their session alive. */
const GONE_MS = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'] as const;

/** Does something again and again while somebody is at the page that is looked at; at once when they come back. */
export const useWhileActive = (act: () => void, everyMs: number): void => {
  useEffect(() => {
    let seen = performance.now();
    let done = seen;
    const isThere = () => document.visibilityState === 'visible' && performance.now() - seen < GONE_MS;
    const actAgain = () => {
      if (!isThere()) return;
      done = performance.now();
      act();
    };
    const onSign = () => {
      seen = performance.now();
      if (seen - done >= everyMs) actAgain();
    };
    const timer = setInterval(actAgain, everyMs);
    for (const sign of SIGNS) window.addEventListener(sign, onSign, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, onSign);
    };
  }, [act, everyMs]);
};
