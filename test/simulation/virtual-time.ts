import timers from 'node:timers/promises';

interface Due {
  at: number;
  readonly action: () => void;
}

const BEGIN = Date.parse('2022-03-31T00:00:00.000Z');

/**
 * A clock that jumps from one thing to do to the next. Between two of them everything that promises can do is done, so that the
 * order of events depends on nothing but the delays that were asked for.
 */
export class VirtualTime {
  #now = 0;
  readonly #due: Due[] = [];

  /** How many milliseconds have passed since the beginning. */
  get now(): number {
    return this.#now;
  }

  readonly date = (): Date => new Date(BEGIN + this.#now);

  /** Does this later. What is due at the same time is done in the order in which it was asked for. */
  after(ms: number, action: () => void): void {
    const at = this.#now + Math.max(0, ms);
    const next = this.#due.findIndex((other) => other.at > at);
    this.#due.splice(next < 0 ? this.#due.length : next, 0, { at, action });
  }

  /** The machine sleeps: so much time is gone, nothing was done in it, and what waits goes on waiting as long as it had to. */
  suspend(ms: number): void {
    this.#now += ms;
    for (const due of this.#due) due.at += ms;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, resolve);
    });
  }

  /** Lets time pass until something is so; false when it is not by then. */
  async until(so: () => Promise<boolean>, latest: number): Promise<boolean> {
    await settled();
    while (!(await so())) {
      const [next] = this.#due.splice(0, 1);
      if (!next || next.at > latest) return false;
      this.#now = next.at;
      next.action();
      await settled();
    }
    return true;
  }
}

/** Nothing but timers and input can run after this: every promise has been followed to its end. */
const settled = () => new Promise(setImmediate);

/**
 * Lets the pauses of the code under test pass in this time, and its stop-watch show it. Gives back how to undo that: what still waits
 * then waits for ever, and nothing keeps it in memory.
 */
export const livesIn = (time: VirtualTime): (() => void) => {
  const waiting = new Set<() => void>();
  const real = { setTimeout: timers.setTimeout, setImmediate: timers.setImmediate };
  const now = performance.now.bind(performance);
  const sleep = (ms = 0, value?: unknown, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        reject(new Error('stopped'));
      };
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      const leave = () => {
        waiting.delete(leave);
        signal?.removeEventListener('abort', stop);
      };
      waiting.add(leave);
      time.after(ms, () => {
        leave();
        resolve(value);
      });
    });
  Object.assign(timers, { setTimeout: sleep, setImmediate: () => sleep() });
  Object.assign(performance, { now: () => time.now });
  return () => {
    for (const leave of waiting) leave();
    Object.assign(timers, real);
    Object.assign(performance, { now });
  };
};
