import type { After } from '#platform/event-store';
import {
  compareDue,
  type DueRow,
  type Parked,
  type TimerLease,
  type TimerStep,
  type TimerStore,
} from '#platform/follow';
import { identityOf } from '../../libs/platform/follow/timers/due-row.js';
import { Lock } from './lock.js';
import { MemoryCheckpoints } from './memory-checkpoints.js';

const placeOf = ({ timer, stream, key }: Pick<DueRow, 'timer' | 'stream' | 'key'>) => [timer, stream, key].join(' ');

/** What timers remember, in memory: each call is one step that cannot be half done. */
export class MemoryTimerStore implements TimerStore {
  readonly lock = new Lock();
  readonly #timers = new MemoryCheckpoints();
  readonly #rows = new Map<string, DueRow>();

  /** Whether every timer that ever ran stands here. */
  isAt(position: After | undefined): boolean {
    return this.#timers.isAt(position);
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
    return Promise.resolve(this.#timers.all());
  }

  soonest(): Promise<string | undefined> {
    return Promise.resolve(this.free()[0]?.at);
  }

  parked(): Promise<readonly Parked[]> {
    return Promise.resolve(this.#timers.parked());
  }

  private free(): readonly DueRow[] {
    return this.rows.filter(({ timer, stream }) => !this.#timers.isParked(timer, stream));
  }

  private leased(holder: symbol): TimerLease {
    const asHolder = <T>(step: () => T) => this.lock.as(holder, step);
    return {
      release: () => {
        this.lock.free(holder);
        return Promise.resolve();
      },
      checkpoint: (timer) => asHolder(() => this.#timers.of(timer)),
      restart: (timer) => asHolder(() => this.restart(timer)),
      commit: (step) => asHolder(() => this.commit(step)),
      soonest: (timers, limit) =>
        asHolder(() =>
          this.free()
            .filter(({ timer }) => timers.includes(timer))
            .slice(0, limit),
        ),
      remove: (rows) => asHolder(() => this.remove(rows)),
      parked: (timer) => asHolder(() => this.#timers.parked(timer)),
      park: (parked) => asHolder(() => this.#timers.park(parked)),
    };
  }

  private restart(timer: string): void {
    this.#timers.restart(timer);
    for (const [place, row] of this.#rows) if (row.timer === timer) this.#rows.delete(place);
  }

  private commit({ timer, from, to, set, cancelled, parked, unparked }: TimerStep): void {
    this.#timers.move(timer, from, to);
    for (const key of cancelled) this.#rows.delete(placeOf({ timer, ...key }));
    for (const row of set) this.#rows.set(placeOf(row), row);
    for (const stream of unparked) this.#timers.unpark({ follower: timer, stream });
    for (const one of parked) this.#timers.park(one);
  }

  private remove(rows: readonly DueRow[]): void {
    for (const row of rows) {
      const now = this.#rows.get(placeOf(row));
      if (now && identityOf(now) === identityOf(row)) this.#rows.delete(placeOf(row));
    }
  }
}
