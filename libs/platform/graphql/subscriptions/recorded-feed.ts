import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#access';
import type { Id } from '#kernel';
import { EVENT_STORE, type After, type EventStore, type StoredEvent } from '#platform/event-store';
import { LOG, type Log } from '#platform/telemetry';
import { NotYetVisible, VIEWS, type Views } from '#platform/views';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { NoticeQueues } from './notice-queues.js';
import type { RecordedNotice } from './recorded-notice.js';

type Hear = (notice: RecordedNotice) => void;

const BATCH = 500;
const RETRY_MS = 1000;

const noticeOf = ({ stream, position, type, recordedAt }: StoredEvent): RecordedNotice => ({
  id: stream,
  position: String(position),
  type,
  recordedAt,
});

/** Reads the log's end once for all listeners of this process, only while there are any. */
@Injectable()
export class RecordedFeed implements OnModuleDestroy {
  private readonly listeners = new Map<Id, Set<Hear>>();
  private running: { readonly stop: AbortController; readonly ready: Promise<void> } | undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** How many things somebody listens to. */
  get size(): number {
    return this.listeners.size;
  }

  /**
   * Which of these things an actor may listen to. What was recorded a moment ago is waited for: somebody who has just made a thing
   * may listen to it. When the views are late, it is what they show already.
   */
  async visible(ids: readonly Id[], actor: Actor): Promise<ReadonlySet<Id>> {
    const head = await this.store.head();
    try {
      return await this.views.visible(ids, { actor, ...(head !== 'start' && { waitFor: head }) });
    } catch (error) {
      if (!(error instanceof NotYetVisible)) throw error;
      return this.views.visible(ids, { actor });
    }
  }

  /** Tells of every event of these streams that is recorded after this promise is kept. Gives back how to stop, for some of them or all. */
  async listen(ids: readonly Id[], hear: Hear): Promise<(of?: readonly Id[]) => void> {
    for (const id of ids) this.listeners.set(id, (this.listeners.get(id) ?? new Set()).add(hear));
    const stop = (of = ids) => {
      this.forget(of, hear);
    };
    this.running ??= this.start();
    try {
      await this.running.ready;
    } catch (error) {
      this.halt();
      stop();
      throw error;
    }
    return stop;
  }

  onModuleDestroy(): void {
    this.listeners.clear();
    this.halt();
  }

  private forget(ids: readonly Id[], hear: Hear): void {
    for (const id of ids) {
      const hearing = this.listeners.get(id);
      hearing?.delete(hear);
      if (hearing?.size === 0) this.listeners.delete(id);
    }
    if (this.listeners.size === 0) this.halt();
  }

  private halt(): void {
    this.running?.stop.abort();
    this.running = undefined;
  }

  private start() {
    const stop = new AbortController();
    const { views, log } = this;
    const tell = (event: StoredEvent) => {
      this.tell(noticeOf(event));
    };
    const queues = new NoticeQueues({ views, log, tell }, stop.signal);
    const ready = this.store.head().then((after) => {
      void this.follow(after, queues, stop.signal);
    });
    return { stop, ready };
  }

  private async follow(start: After, queues: NoticeQueues, signal: AbortSignal): Promise<void> {
    let after = start;
    while (!signal.aborted) {
      try {
        after = await this.step(after, queues, signal);
      } catch (error) {
        this.log.warn(
          { after: String(after), error: error instanceof Error ? error.name : typeof error },
          'feed waits',
        );
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async step(after: After, queues: NoticeQueues, signal: AbortSignal): Promise<After> {
    const events = await this.store.readAll({ after, limit: BATCH });
    const last = events.at(-1);
    if (!last) {
      await this.store.grown(after, signal);
      return after;
    }
    queues.add(events.filter(({ stream }) => this.listeners.has(stream)));
    return last.position;
  }

  private tell(notice: RecordedNotice): void {
    // A copy: a listener that is given up leaves the set while it is told.
    for (const hear of [...(this.listeners.get(notice.id) ?? [])]) hear(notice);
  }
}
