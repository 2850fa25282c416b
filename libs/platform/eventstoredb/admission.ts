import { Overloaded } from '#platform/event-store';

interface Waiting {
  readonly start: () => void;
  readonly refuse: () => void;
}

export interface AdmissionLimits {
  /** How many appends may run in parallel. */
  readonly running: number;
  readonly waiting: { readonly appends: number; readonly bytes: number };
  /** Nobody waits longer than this, in milliseconds. */
  readonly appendMs: number;
}

/** Lets so many appends run at once and so many wait, in the order in which they came. */
export class Admission {
  readonly #waiting = new Set<Waiting>();
  readonly #busy = new Set<Promise<unknown>>();
  #running = 0;
  #bytes = 0;
  #closed = false;

  constructor(private readonly limits: AdmissionLimits) {}

  /** The work's own result. Throws Overloaded when too much waits, when its turn did not come in time, and after `close`. */
  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    const { appends, bytes: most } = this.limits.waiting;
    if (this.#closed || this.#waiting.size >= appends || this.#bytes + bytes > most) {
      throw new Overloaded(this.#waiting.size);
    }
    const running = this.inTurn(bytes).then(() => work().finally(() => this.next()));
    this.#busy.add(running);
    return running.finally(() => this.#busy.delete(running));
  }

  /** Takes nothing more, and resolves when everything that was taken is settled. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#busy);
  }

  private inTurn(bytes: number): Promise<void> {
    if (this.#running < this.limits.running) {
      this.#running += 1;
      return Promise.resolve();
    }
    this.#bytes += bytes;
    return new Promise<void>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.#bytes -= bytes;
        this.#waiting.delete(one);
      };
      const one = {
        start: () => {
          leave();
          resolve();
        },
        refuse: () => {
          leave();
          reject(new Overloaded(this.#waiting.size));
        },
      };
      const timer = setTimeout(one.refuse, this.limits.appendMs);
      this.#waiting.add(one);
    });
  }

  /** Whoever ends hands its place on. */
  private next(): void {
    const [one] = this.#waiting;
    if (one) one.start();
    else this.#running -= 1;
  }
}
