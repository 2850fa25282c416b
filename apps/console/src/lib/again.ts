/** What is to be read again when it is worth trying: after somebody has signed in again. */
const listeners = new Set<() => void>();

/** Tells when to read again; answers how to stop. */
export const onAgain = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Has everything on the page read again. */
export const readAgain = (): void => {
  for (const listener of listeners) listener();
};
