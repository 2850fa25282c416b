import type { AnyTimer, Id } from '#kernel';
import { asUnread, type After, type EventStore } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { heldBack } from '../loop/held-back.js';
import { nowWaits, type Parked } from '../loop/parked.js';
import { compareAfter, isPast } from '../loop/position.js';
import { ReadAhead } from '../loop/read-ahead.js';
import type { Follower } from '../loop/side-by-side.js';
import { foldDue, type FoldedDue } from './fold-due.js';
import { concernsTimer } from './timer-rows.js';
import type { TimerLease } from './timer-store.js';

const BATCH = 500;

export interface TimerTerms {
  readonly events: EventStore;
  /** What all of them read the log with. */
  readonly scans: Pick<EventStore, 'scan'>;
  readonly log: Log;
  /** Told when something is due that was not. */
  readonly set: () => void;
}

/** The rows of one timer during one term of being the process that runs them: they are what a replay of the log would give. */
export class TimerTerm implements Follower {
  readonly #ahead: ReadAhead;
  readonly #held: Set<Id>;
  #begun = false;

  private constructor(
    readonly timer: AnyTimer,
    private readonly parts: TimerTerms,
    private readonly lease: TimerLease,
    private readonly from: { at: After; readonly parked: readonly Parked[] },
  ) {
    this.#ahead = new ReadAhead(parts.scans, BATCH);
    this.#held = new Set(from.parked.map(({ stream }) => stream));
  }

  static async begin(timer: AnyTimer, parts: TimerTerms, lease: TimerLease): Promise<TimerTerm> {
    const { name } = timer;
    let at = await lease.checkpoint(name);
    if (compareAfter(at, await parts.events.head()) > 0) {
      parts.log.warn({ timer: name }, 'the log is shorter than a timer remembers: it begins at the start');
      await lease.restart(name);
      at = 'start';
    }
    return new TimerTerm(timer, parts, lease, { at, parked: await lease.parked(name) });
  }

  /** Whether the rows show everything up to this place in the log. */
  hasPassed(place: After): boolean {
    return place === 'start' || isPast(this.from.at, place);
  }

  /** Folds what comes next. Undefined when more is waiting, else the position after which there is nothing yet. */
  async turn(signal: AbortSignal): Promise<After | undefined> {
    if (!this.#begun) await this.retry(signal);
    const { events, isEnd } = await this.#ahead.after(this.from.at);
    signal.throwIfAborted();
    const to = events.at(-1)?.position;
    if (to !== undefined) {
      const own = events.filter((event) => concernsTimer(this.timer, event) && !this.#held.has(event.stream));
      await this.store(await foldDue(this.timer, own, this.parts.events), to);
    }
    return isEnd ? this.from.at : undefined;
  }

  /** What is due in a stream cannot be asked for: the stream waits, for this timer alone. */
  async park(parked: Parked): Promise<void> {
    await this.lease.park(parked);
    this.hold(parked);
  }

  private async store(folded: FoldedDue, to: After, unparked: readonly Id[] = []): Promise<void> {
    await this.lease.commit({ timer: this.timer.name, from: this.from.at, to, ...folded, unparked });
    this.from.at = to;
    for (const stream of unparked) this.#held.delete(stream);
    for (const parked of folded.parked) this.hold(parked);
    if (folded.set.length > 0 || unparked.length > 0) this.parts.set();
  }

  private hold(parked: Parked): void {
    this.#held.add(parked.stream);
    this.parts.log.error(nowWaits(parked), 'a stream waits: a timer cannot go on with it');
  }

  /** Parked streams are folded on from where they wait: the cause may be gone since the last term. */
  private async retry(signal: AbortSignal): Promise<void> {
    this.#begun = true;
    for (const parked of this.from.parked) {
      signal.throwIfAborted();
      const waiting = await heldBack(this.parts.events, parked, this.from.at);
      if (!waiting) continue;
      const own = waiting.filter((event) => concernsTimer(this.timer, event)).map(asUnread);
      const folded = await foldDue(this.timer, own, this.parts.events);
      await this.store(folded, this.from.at, folded.parked.length > 0 ? [] : [parked.stream]);
    }
  }
}
