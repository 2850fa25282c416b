import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#access';
import type { Id } from '#kernel';
import { EVENT_STORE, type After, type EventStore, type StoredEvent } from '#platform/event-store';
import { LOG, type Log } from '#platform/telemetry';
import { NotYetVisible, VIEWS, type Views } from '#platform/views';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Listeners, type Listener } from './listeners.js';
import { NoticeQueues } from './notice-queues.js';
import type { RecordedNotice } from './recorded-notice.js';

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
  private readonly listeners: Listeners;
  private running: { readonly stop: AbortController; readonly ready: Promise<void> } | undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.listeners = new Listeners(views);
  }

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

  /**
   * Tells of every event of these streams that is recorded after this promise is kept, as long as the listener may see them. Gives
   * back how to stop, for some of them or all.
   */
  async listen(ids: readonly Id[], listener: Listener): Promise<(of?: readonly Id[]) => void> {
    this.listeners.add(ids, listener);
    const stop = (of = ids) => {
      this.listeners.forget(of, listener);
      if (this.listeners.size === 0) this.halt();
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

  private halt(): void {
    this.running?.stop.abort();
    this.running = undefined;
  }

  private start() {
    const stop = new AbortController();
    const { views, log } = this;
    const telling = async (events: readonly StoredEvent[]) => {
      const tell = await this.listeners.telling([...new Set(events.map(({ stream }) => stream))]);
      return (event: StoredEvent) => {
        tell(noticeOf(event));
      };
    };
    const queues = new NoticeQueues({ views, log, telling }, stop.signal);
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
        this.log.warn({ after: String(after), error }, 'feed waits');
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
}
