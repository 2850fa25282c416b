import { setTimeout as sleep } from 'node:timers/promises';

/** Tries again until it works; the spec's own time limit ends it. */
export const soon = async <T>(action: () => T | Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await action();
    } catch {
      await sleep(20);
    }
  }
};

/** Waits until something is so; the spec's own time limit ends it. */
export const until = async (so: () => boolean): Promise<void> => {
  while (!so()) await sleep(20);
};
