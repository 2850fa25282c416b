import type { AnyTimer } from '#kernel';
import type { Clock } from '#platform/decide';
import type { After, EventStore } from '#platform/event-store';
import { CannotFollow } from '../loop/cannot-follow.js';
import { parkAt } from '../fold/select-events.js';
import { inOrder } from '../loop/in-order.js';
import { pause } from '../loop/pause.js';
import type { Follower } from '../loop/side-by-side.js';
import { AskFailed, type AskDispatcher } from '../policies/ask-dispatcher.js';
import { identityOf, occasionOfRow, type DueRow } from './due-row.js';
import type { TimerLease } from './timer-store.js';
import type { TimerTerm } from './timer-term.js';

/** How many rows are asked for side by side: as many as the log writes together. */
const WAVE = 64;
/** A clock may be set, and a row may come from elsewhere: for so long nobody looks, at most. */
const LONGEST_REST_MS = 1_000;
/** How long a timer that is behind the log is waited for, before the others go on without it. */
const PATIENCE_MS = 500;
const LOOK_MS = 10;

export interface Firing {
  readonly terms: readonly TimerTerm[];
  readonly events: Pick<EventStore, 'head'>;
  readonly dispatcher: AskDispatcher;
  readonly clock: Clock;
}

/**
 * Asks for what is due, in the order of the moments, late things too. A row that is due is asked for only once its timer has passed
 * everything that the log held when the row was seen to be due: what takes it back may lie there already.
 */
export class TimerFiring implements Follower {
  #nap = new AbortController();
  /** What the clock is about to show, and who waits until everything is asked for that falls due up to then. */
  #horizon = -Infinity;
  #awaiting: (() => void)[] = [];
  /** Timers that others did not wait for any more; they are asked for once they have caught up. */
  readonly #behind = new Set<TimerTerm>();

  constructor(
    private readonly parts: Firing,
    private readonly lease: TimerLease,
  ) {}

  /** Looks again now: something is due that was not. */
  wake(): void {
    this.#nap.abort();
  }

  /** Asks for what falls due up to a moment that the clock is about to show; done when there is nothing left of it. */
  reach(moment: Date): Promise<void> {
    this.#horizon = Math.max(this.#horizon, moment.getTime());
    return new Promise((resolve) => {
      this.#awaiting.push(resolve);
      this.wake();
    });
  }

  /** One look, and one wave of asks if anything is due; then a rest, if nothing was answered. */
  async turn(signal: AbortSignal): Promise<undefined> {
    this.#nap = new AbortController();
    const awaiting = this.#awaiting;
    if (awaiting.length > 0) await this.upToDate(this.parts.terms, signal);
    const [soonest] = await this.lease.soonest(namesOf(this.parts.terms), 1);
    const wave = soonest && this.isDue(soonest) ? await this.wave(signal) : [];
    // Where nothing was answered, looking again at once would find the same.
    if ((await this.fire(wave, signal)) > 0) return;
    this.#awaiting = this.#awaiting.slice(awaiting.length);
    for (const done of awaiting) done();
    await this.rest(soonest, signal);
  }

  private isDue = ({ at }: DueRow): boolean => Date.parse(at) <= Math.max(this.parts.clock().getTime(), this.#horizon);

  private async rest(soonest: DueRow | undefined, signal: AbortSignal): Promise<void> {
    const ms = soonest ? Date.parse(soonest.at) - this.parts.clock().getTime() : LONGEST_REST_MS;
    // Something is due, but not to be asked for yet.
    const patient = ms <= 0 ? PATIENCE_MS : ms;
    await pause(Math.min(LONGEST_REST_MS, patient), AbortSignal.any([signal, this.#nap.signal]));
  }

  /** Rows that are due, still, after their timers passed what the log held when they were seen: the first ones, no stream twice. */
  private async wave(signal: AbortSignal): Promise<readonly DueRow[]> {
    const timers = await this.upToDate(this.parts.terms, signal);
    const seen = new Set((await this.due(timers)).map(identityOf));
    if (seen.size === 0) return [];
    const due = await this.due(await this.upToDate(timers, signal));
    return upToSecond(due.filter((row) => seen.has(identityOf(row))));
  }

  private async due(terms: readonly TimerTerm[]): Promise<readonly DueRow[]> {
    return (await this.lease.soonest(namesOf(terms), WAVE)).filter(this.isDue);
  }

  /** Of these, the timers that passed everything that the log holds now. */
  private async upToDate(terms: readonly TimerTerm[], signal: AbortSignal): Promise<readonly TimerTerm[]> {
    const head: After = await this.parts.events.head();
    const late = () => terms.filter((term) => !term.hasPassed(head));
    const until = performance.now() + PATIENCE_MS;
    while (late().some((term) => !this.#behind.has(term)) && performance.now() < until) {
      signal.throwIfAborted();
      await pause(LOOK_MS, signal);
    }
    for (const term of terms) this.#behind.delete(term);
    for (const term of late()) this.#behind.add(term);
    return terms.filter((term) => !this.#behind.has(term));
  }

  /** Says how many were answered. */
  private async fire(wave: readonly DueRow[], signal: AbortSignal): Promise<number> {
    const answered: DueRow[] = [];
    const ask = async (row: DueRow) => {
      if (await this.answered(row, signal)) answered.push(row);
    };
    await inOrder(
      wave.map((row) => [() => ask(row)]),
      WAVE,
    );
    if (answered.length > 0) await this.lease.remove(answered);
    return answered.length;
  }

  /** A refusal is an answer, unless it says that the moment has not come: a clock was set back meanwhile. */
  private async answered(row: DueRow, signal: AbortSignal): Promise<boolean> {
    const term = this.parts.terms.find(({ timer }) => timer.name === row.timer);
    if (!term) return false;
    try {
      const pending = { ask: askOf(term.timer, row), occasion: occasionOfRow(row) };
      const outcome = await this.parts.dispatcher.answer({ timer: row.timer }, pending, signal);
      return outcome.recorded || outcome.code !== 'OCCURRED_IN_FUTURE';
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      await term.park(parkAt(row.timer, { ...row, position: row.cause.position }, error.cause));
      return false;
    }
  }
}

const namesOf = (terms: readonly TimerTerm[]) => terms.map(({ timer }) => timer.name);

const askOf = ({ name, asks }: AnyTimer, { ask: { kind, stream, command } }: DueRow) => {
  const decider = asks.find((one) => one.kind === kind);
  if (!decider)
    throw new AskFailed('a timer cannot ask', { cause: new CannotFollow(`${name} does not ask ${kind} any more`) });
  return { decider, stream, command };
};

/** The beginning of these rows, up to the first that asks a stream a second time: that one waits for the answer to the first. */
const upToSecond = (rows: readonly DueRow[]): readonly DueRow[] => {
  const asked = new Set<string>();
  const second = rows.findIndex(({ ask }) => asked.size === asked.add(ask.stream).size);
  return second < 0 ? rows : rows.slice(0, second);
};
