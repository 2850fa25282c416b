import type { AnyPolicy, Id } from '#kernel';
import type { EventStore, UnreadEvent } from '#platform/event-store';
import { after } from './reaction.js';

/** A stream as it stands before the event with this revision. */
export interface Standing {
  readonly next: bigint;
  readonly state: unknown;
}

/** One stream while a batch with events of it is worked on: what it held before is read once, and then its events are folded. */
export class StreamInBatch {
  readonly #brought: UnreadEvent[] = [];
  #standing: Promise<Standing | undefined>;
  #found: (standing: Standing | undefined) => void = () => undefined;
  #folded = 0;

  constructor(
    private readonly policy: AnyPolicy,
    readonly stream: Id,
  ) {
    this.#standing = new Promise((resolve) => (this.#found = resolve));
  }

  /** The next event that the batch has of this stream. */
  bring(event: UnreadEvent): void {
    this.#brought.push(event);
  }

  /** Finds out how it stood before the batch, from how it was last seen to stand. Never rejects. */
  async begin(seen: Standing | undefined, log: Pick<EventStore, 'readStream'>): Promise<void> {
    this.#found(await this.before(seen ?? this.beginning(), log).catch(() => undefined));
  }

  /** How it stands right after the event with a revision; undefined when that cannot be found out. */
  async after(revision: bigint): Promise<Standing | undefined> {
    const standing = await this.#standing;
    const after = standing && this.foldTo(standing, revision);
    this.#standing = Promise.resolve(after);
    return after;
  }

  private beginning(): Standing {
    return { next: 0n, state: this.policy.of.initial };
  }

  private async before(seen: Standing, log: Pick<EventStore, 'readStream'>): Promise<Standing | undefined> {
    const first = this.#brought[0]?.read().revision ?? 0n;
    const missing = Number(first - seen.next);
    if (missing === 0) return seen;
    if (missing < 0) return undefined;
    const history = await log.readStream(this.stream, { from: seen.next, limit: missing });
    const state = history.reduce<unknown>((before, event) => after(this.policy, before, event), seen.state);
    return history.length === missing ? { next: first, state } : undefined;
  }

  private foldTo({ next, state }: Standing, revision: bigint): Standing | undefined {
    try {
      for (; next <= revision; next++) {
        const event = this.#brought[this.#folded++]?.read();
        if (event?.revision !== next) return undefined;
        state = after(this.policy, state, event);
      }
      return next === revision + 1n ? { next, state } : undefined;
    } catch {
      return undefined;
    }
  }
}
