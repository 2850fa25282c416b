import { useEffect } from 'react';
import { preferences } from './preferences';

/** By the place of a key on the keyboard, whatever stands on it; whether Shift was held. */
export type KeyMap = Readonly<Record<string, ((shift: boolean) => void) | undefined>>;

const FIELDS =
  'input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog';

const isWriting = ({ target }: KeyboardEvent): boolean => target instanceof Element && target.closest(FIELDS) !== null;

/** Input methods use keys for themselves: what they take is nobody else's. Some browsers say so by the key alone. */
export const isComposing = ({ isComposing: composing, key }: Pick<KeyboardEvent, 'isComposing' | 'key'>): boolean =>
  composing || key === 'Process';

const isForUs = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || isComposing(event)) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.code === 'Escape'
    ? !(event.target instanceof Element && event.target.closest('dialog'))
    : !isWriting(event);
};

/**
 * Keys of a page. They are silent where somebody writes, and where they were turned off; Escape never is. Keys that come first are
 * nobody else's.
 */
export const useKeys = (map: KeyMap, comesFirst = false): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = map[event.code];
      if (!act || !isForUs(event)) return;
      if (event.code !== 'Escape' && preferences().keys === 'off') return;
      event.preventDefault();
      act(event.shiftKey);
    };
    window.addEventListener('keydown', onKey, comesFirst);
    return () => {
      window.removeEventListener('keydown', onKey, comesFirst);
    };
  });
};
