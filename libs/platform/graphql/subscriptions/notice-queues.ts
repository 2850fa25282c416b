import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#access';
import { kindOf } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { NotYetVisible, ViewNotReady, type Views } from '#platform/views';

const RETRY_MS = 1000;
/** Waits for the views on nobody's behalf; what each listener may hear is asked once they show what was recorded. */
const FEED: Actor = {
  actorId: 'system-recorded',
  orgId: 'organisation-00000000-0000-0000-0000-000000000000',
  grants: [{ role: 'system' }],
};

interface Parts {
  readonly views: Pick<Views, 'visible'>;
  readonly log: Log;
  /** Finds out who may hear of these events now, and gives back how to tell them. */
  readonly telling: (events: readonly StoredEvent[]) => Promise<(event: StoredEvent) => void>;
}

/** Tells of events in their order once the view of their kind shows them. A view that is behind holds up no other kind. */
export class NoticeQueues {
  readonly #last = new Map<string, Promise<void>>();

  constructor(
    private readonly parts: Parts,
    private readonly signal: AbortSignal,
  ) {}

  add(events: readonly StoredEvent[]): void {
    for (const kind of new Set(events.map(({ stream }) => kindOf(stream)))) {
      const some = events.filter(({ stream }) => kindOf(stream) === kind);
      const before = this.#last.get(kind) ?? Promise.resolve();
      this.#last.set(
        kind,
        before.then(() => this.tellShown(some)),
      );
    }
  }

  /** Nothing is repeated and nothing skipped, whatever fails in between. */
  private async tellShown(events: readonly StoredEvent[]): Promise<void> {
    const newest = events.at(-1);
    let isTold = newest === undefined;
    while (newest && !isTold && !this.signal.aborted) isTold = await this.isTold(events, newest);
  }

  private async isTold(events: readonly StoredEvent[], newest: StoredEvent): Promise<boolean> {
    try {
      if (!(await this.isShown(newest))) return false;
      const tell = await this.parts.telling(events);
      // The listeners may have gone meanwhile.
      if (!this.signal.aborted) events.forEach(tell);
      return true;
    } catch (error) {
      this.parts.log.warn({ error }, 'notices wait');
      await pause(RETRY_MS, undefined, { signal: this.signal }).catch(() => undefined);
      return false;
    }
  }

  private async isShown({ stream, position }: StoredEvent): Promise<boolean> {
    try {
      await this.parts.views.visible([stream], { actor: FEED, waitFor: position });
      return true;
    } catch (error) {
      // Whoever asks a view that is being built hears so; that something was recorded is true all the same.
      if (error instanceof ViewNotReady) return true;
      if (error instanceof NotYetVisible) return false;
      throw error;
    }
  }
}
