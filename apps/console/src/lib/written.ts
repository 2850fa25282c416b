import { useSyncExternalStore } from 'react';

/** How far the log is as far as this page has written to it. */
let position: string | undefined;
const listeners = new Set<() => void>();

/** Has everything that is read from now on wait until it holds what was written. */
export const wrote = (at: string): void => {
  if (position !== undefined && BigInt(position) >= BigInt(at)) return;
  position = at;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The position that whatever is read must hold; undefined as long as nothing was written. */
export const useWritten = (): string | undefined => useSyncExternalStore(subscribe, () => position);
