import type { After } from './event-store.js';

/** Whether a log that ends at `head` goes beyond `after`. */
export const isBeyond = (head: After, after: After): boolean => head !== 'start' && (after === 'start' || head > after);

/** Wakes readers of a log in this process as soon as it is known to have grown. */
export class AppendSignal {
  #head: After = 'start';
  readonly #waiting = new Set<() => void>();

  /** Tells everybody who waits that the log reaches at least this far. */
  announce(head: After): void {
    if (!isBeyond(head, this.#head)) return;
    this.#head = head;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Whether the log is known to go beyond `after`, asked again for up to `ms`. False when aborted or when time is up. */
  beyond(after: After, signal: AbortSignal, ms: number): Promise<boolean> {
    if (isBeyond(this.#head, after)) return Promise.resolve(true);
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', settle);
        this.#waiting.delete(wake);
        resolve(isBeyond(this.#head, after));
      };
      const wake = () => {
        if (isBeyond(this.#head, after)) settle();
      };
      const timer = setTimeout(settle, ms);
      signal.addEventListener('abort', settle);
      this.#waiting.add(wake);
    });
  }
}
