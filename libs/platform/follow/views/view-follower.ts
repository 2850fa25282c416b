import type { Waiters } from '../loop/waiters.js';
import { BuildTerm } from '../builds/build-term.js';
import { FollowLoop } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';
import type { BuildLease, ViewLease } from './view-store.js';
import { ViewTerm, type ViewFollowing } from './view-term.js';

interface Parts extends ViewFollowing {
  /** Readers who wait for the views. */
  readonly waiters?: Waiters;
}

/**
 * Keeps every view folded up to the end of the log, exactly once, whatever is killed in between: rows, parked streams and
 * checkpoint are one transaction. A stream that a view cannot read or fold waits; other streams and other views go on (F20, F21).
 * New tables are built beside those that are read (F23, F24). One process at a time writes a table; the others stand by.
 */
export class ViewFollower {
  readonly #following: FollowLoop<ViewLease>;
  readonly #building: FollowLoop<BuildLease>;

  constructor(private readonly parts: Parts) {
    const { store, events, log, waiters } = parts;
    this.#following = new FollowLoop(
      {
        name: 'views',
        lease: () => store.lease(),
        begin: async (lease) => (await ViewTerm.begin(parts, lease)).turn,
        waiters,
      },
      events,
      log,
    );
    const filled = () => {
      this.#following.wake();
    };
    this.#building = new FollowLoop(
      {
        name: 'view builds',
        lease: () => store.buildLease(),
        begin: async (lease) => (await BuildTerm.begin({ events, log, filled }, lease)).turn,
      },
      events,
      log,
    );
  }

  /** What can be read at once is there when it resolves; the rest follows. */
  async start(): Promise<void> {
    await this.parts.store.prepare();
    this.#following.start();
    this.#building.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#building.stop(), this.#following.stop()]);
  }

  /** Streams that wait, in any view, for health. */
  parked(): Promise<readonly Parked[]> {
    return this.parts.store.parked();
  }
}
