import { useEffect } from 'react';

/** How long nothing is typed before something is looked for. */
const REST_MS = 400;

/** Looks for what is typed, once it rests: not everything is known at the phone. */
export const useSeeking = (text: string, isKnown: boolean, onSeek: (text: string) => void): void => {
  useEffect(() => {
    if (isKnown || text.trim() === '') return;
    const timer = setTimeout(() => onSeek(text.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [text, isKnown, onSeek]);
};
