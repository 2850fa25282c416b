import type { After } from '#platform/event-store';
import type { AllStreamSubscription, Position } from '@eventstore/db-client';
import { LRUCache } from 'lru-cache';
import type { Recorded } from './calls.js';
import type { Limits } from './limits.js';
import { ReadAlong } from './read-along.js';
import { tokenOf } from './stored.js';

/** How many readers far behind there are at once. */
const MOST = 8;
/** Whoever asks for less is not far behind. */
const MANY = 100;

type Subscribe = (from: Position) => Promise<AllStreamSubscription>;

/**
 * Readers who are far behind and come back for the next page, each with a subscription whose server leaves out claims and its own
 * records, which are more than half of the log (kurrentdb.md part 6).
 */
export class ReadAlongs {
  /** By the position from which somebody is expected to read on; opened when they come. */
  readonly #expected: LRUCache<bigint, { readonly along?: ReadAlong }>;

  constructor(
    private readonly subscribe: Subscribe,
    private readonly limits: Pick<Limits, 'silenceMs' | 'idleMs'>,
  ) {
    this.#expected = new LRUCache({
      max: MOST,
      ttl: limits.idleMs,
      ttlAutopurge: true,
      dispose: ({ along }, _, why) => {
        if (why !== 'delete') along?.end();
      },
    });
  }

  /** A page was full: whoever read it comes back for the next one. */
  expect(position: bigint, limit: number): void {
    if (limit >= MANY && !this.#expected.has(position)) this.#expected.set(position, {});
  }

  /** The next events for readers, as they come: in the order of the log, and maybe fewer than there are. None where nobody was expected. */
  async after(after: After, limit: number): Promise<readonly Recorded[]> {
    const along = await this.from(after);
    if (!along) return [];
    const events = await along.take(limit);
    const last = events.length === limit ? events.at(-1)?.position : undefined;
    if (last) this.#expected.set(last.commit, { along });
    else along.end();
    return events;
  }

  close(): void {
    for (const { along } of this.#expected.values()) along?.end();
    this.#expected.clear();
  }

  /** Whoever reads on from there is the only one who does. */
  private async from(after: After): Promise<ReadAlong | undefined> {
    const expected = after === 'start' ? undefined : this.#expected.get(after);
    if (after === 'start' || !expected) return undefined;
    this.#expected.delete(after);
    return expected.along ?? (await this.open(after));
  }

  private async open(position: bigint): Promise<ReadAlong | undefined> {
    const subscription = await this.subscribe(tokenOf(position)).catch(() => undefined);
    return subscription && new ReadAlong(subscription, this.limits.silenceMs);
  }
}
