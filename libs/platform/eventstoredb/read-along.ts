import type { AllStreamSubscription } from '@eventstore/db-client';
import type { Recorded } from './calls.js';

/** What wakes whoever waits; after all but the first, nothing more is waited for. */
const SAID = ['readable', 'caughtUp', 'end', 'close', 'error'] as const;

/**
 * A subscription that is read along as far as there is something to read. It gives events in the order of the log; where it stops it says
 * nothing of what else there is: having caught up, a fault and silence are all the same, and the log has to be asked.
 */
export class ReadAlong {
  #isOver = false;
  #wake: () => void = () => undefined;

  /** Waits for what comes next for at most so many milliseconds. */
  constructor(
    private readonly subscription: AllStreamSubscription,
    private readonly silenceMs: number,
  ) {
    for (const said of SAID)
      subscription.on(said, () => {
        this.#isOver ||= said !== 'readable';
        this.#wake();
      });
  }

  /** Up to so many of the next events. */
  async take(limit: number): Promise<readonly Recorded[]> {
    const taken: Recorded[] = [];
    while (taken.length < limit) {
      const next = this.subscription.read() as { readonly event?: Recorded } | null;
      if (next?.event) taken.push(next.event);
      else if (!next && (this.#isOver || !(await this.hears()))) break;
    }
    return taken;
  }

  /** Tells the server to stop; what it sent until it hears of that is thrown away. */
  end(): void {
    this.#isOver = true;
    const over = () => this.subscription.destroy();
    void this.subscription.unsubscribe().then(over, over);
  }

  private hears(): Promise<boolean> {
    return new Promise((resolve) => {
      const silence = setTimeout(resolve, this.silenceMs, false);
      this.#wake = () => {
        clearTimeout(silence);
        resolve(true);
      };
    });
  }
}
