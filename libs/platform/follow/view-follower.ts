import type { Id } from '#kernel';
import { FollowLoop } from './follow-loop.js';
import type { Parked } from './parked.js';
import type { ViewLease } from './view-store.js';
import { ViewTerm, type ViewFollowing } from './view-term.js';

/**
 * Keeps every view folded up to the end of the log, exactly once, whatever is killed in between: rows, parked streams and
 * checkpoint are one transaction. A stream that a view cannot read or fold waits; other streams and other views go on (F20, F21).
 * One process at a time writes; the others stand by.
 */
export class ViewFollower {
  readonly #loop: FollowLoop<ViewLease>;

  constructor(private readonly parts: ViewFollowing) {
    const { store, events, log } = parts;
    const begin = async (lease: ViewLease) => (await ViewTerm.begin(parts, lease)).turn;
    this.#loop = new FollowLoop({ name: 'views', lease: () => store.lease(), begin }, events, log);
  }

  /** Tables are there when it resolves; rows follow. */
  async start(): Promise<void> {
    await this.parts.store.prepare();
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** Streams that wait, in any view: whoever asks for health wants to know. */
  parked(): Promise<readonly Parked[]> {
    return this.parts.store.parked();
  }

  /** Tries a parked stream again, or all of them, after its cause was removed. Starting the program does the same. */
  async resume(stream?: Id): Promise<void> {
    await this.parts.store.retry(stream);
    this.#loop.wake();
  }
}
