import type { After } from '#platform/event-store';
import {
  CheckpointMoved,
  compareDue,
  type DueRow,
  type Parked,
  type TimerLease,
  type TimerStep,
  type TimerStore,
} from '#platform/follow';
import { Lock } from './lock.js';

const inOrder = (a: Parked, b: Parked) => Number(a.position - b.position);
const placeOf = ({ timer, stream, key }: Pick<DueRow, 'timer' | 'stream' | 'key'>) => [timer, stream, key].join(' ');

/** What timers remember, in memory: each call is one step that cannot be half done. */
export class MemoryTimerStore implements TimerStore {
  readonly lock = new Lock();
  readonly #at = new Map<string, After>();
  readonly #rows = new Map<string, DueRow>();
  #parked: readonly Parked[] = [];

  /** Whether every timer that ever ran stands here. */
  isAt(position: After | undefined): boolean {
    return [...this.#at.values()].every((at) => at === position);
  }

  /** All rows in the order in which they are decided. */
  get rows(): readonly DueRow[] {
    return [...this.#rows.values()].sort(compareDue);
  }

  lease(): Promise<TimerLease | undefined> {
    const holder = this.lock.take();
    return Promise.resolve(holder && this.leased(holder));
  }

  checkpoints(): Promise<ReadonlyMap<string, After>> {
    return Promise.resolve(new Map(this.#at));
  }

  soonest(): Promise<string | undefined> {
    return Promise.resolve(this.free()[0]?.at);
  }

  parked(): Promise<readonly Parked[]> {
    return Promise.resolve([...this.#parked].sort(inOrder));
  }

  private free(): readonly DueRow[] {
    const waits = ({ timer, stream }: DueRow) =>
      this.#parked.some((one) => one.follower === timer && one.stream === stream);
    return this.rows.filter((row) => !waits(row));
  }

  private leased(holder: symbol): TimerLease {
    const asHolder = <T>(step: () => T) => this.lock.as(holder, step);
    const of = (timer: string, all: Iterable<Parked>) =>
      [...all].filter(({ follower }) => follower === timer).sort(inOrder);
    return {
      release: () => {
        this.lock.free(holder);
        return Promise.resolve();
      },
      checkpoint: (timer) =>
        asHolder(() => {
          const at = this.#at.get(timer) ?? 'start';
          this.#at.set(timer, at);
          return at;
        }),
      restart: (timer) => asHolder(() => this.restart(timer)),
      commit: (step) => asHolder(() => this.commit(step)),
      soonest: (timers, limit) =>
        asHolder(() =>
          this.free()
            .filter(({ timer }) => timers.includes(timer))
            .slice(0, limit),
        ),
      remove: (rows) => asHolder(() => this.remove(rows)),
      parked: (timer) => asHolder(() => of(timer, this.#parked)),
      park: (parked) => asHolder(() => this.park([parked])),
    };
  }

  private restart(timer: string): void {
    this.#at.set(timer, 'start');
    this.#parked = this.#parked.filter(({ follower }) => follower !== timer);
    for (const [place, row] of this.#rows) if (row.timer === timer) this.#rows.delete(place);
  }

  private commit({ timer, from, to, set, cancelled, parked, unparked }: TimerStep): void {
    if (from !== this.#at.get(timer)) throw new CheckpointMoved(timer);
    this.#at.set(timer, to);
    for (const key of cancelled) this.#rows.delete(placeOf({ timer, ...key }));
    for (const row of set) this.#rows.set(placeOf(row), row);
    this.#parked = this.#parked.filter(({ follower, stream }) => follower !== timer || !unparked.includes(stream));
    this.park(parked);
  }

  private remove(rows: readonly DueRow[]): void {
    for (const row of rows) {
      const now = this.#rows.get(placeOf(row));
      if (now?.at === row.at && now.cause.eventId === row.cause.eventId) this.#rows.delete(placeOf(row));
    }
  }

  private park(all: readonly Parked[]): void {
    const isOf = (one: Parked) => (other: Parked) => one.follower === other.follower && one.stream === other.stream;
    this.#parked = [...this.#parked.filter((one) => !all.some(isOf(one))), ...all];
  }
}
