import { LRUCache } from 'lru-cache';
import { Soon, type After } from './soon.js';

const MINUTE_MS = 60_000;
/** Keys of one minute; beyond that the one that was not asked for the longest is forgotten: nobody's count ends while they go on. */
export const MOST_KEYS = 10_000;

/** What was counted of one key: here and told to others, with what they counted; and here only. */
interface Counted {
  shared: number;
  own: number;
}

interface Needs {
  /** Adds to what all processes have counted in a minute, and says what that is now, for each of these keys. */
  readonly share: (minute: Date, added: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>;
  readonly after?: After;
}

const minuteOf = (now: Date): number => Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;

/** After how many seconds the minute is over. */
export const secondsLeft = (now: Date): number => Math.ceil((minuteOf(now) + MINUTE_MS - now.getTime()) / 1000);

/**
 * Counts by the minute. What others have counted is known a second later at most: nobody waits for the database, and so many processes
 * together let through what each counted in that second beyond what one would.
 */
export class MinuteCounts {
  #minute = 0;
  readonly #counted = new LRUCache<string, Counted>({ max: MOST_KEYS });
  readonly #sharing: Soon;

  constructor(private readonly needs: Needs) {
    this.#sharing = new Soon(() => this.tell(), needs.after);
  }

  /** Counts so many more, and says how many there were in this minute as far as is known, these included. */
  add(key: string, count: number, now: Date): number {
    this.turn(minuteOf(now));
    const counted = this.#counted.get(key) ?? this.begin(key);
    counted.own += count;
    this.#sharing.plan();
    return counted.shared + counted.own;
  }

  /** Tells the others what was counted here, and hears what they counted; what cannot be told now is told with the next. */
  share(): Promise<void> {
    return this.#sharing.now();
  }

  private async tell(): Promise<void> {
    const told = [...this.#counted]
      .map(([key, counted]) => ({ key, counted, own: counted.own }))
      .filter(({ own }) => own > 0);
    if (told.length === 0) return;
    const added = new Map(told.map(({ key, own }) => [key, own]));
    const totals = await this.needs.share(new Date(this.#minute), added).catch(() => undefined);
    if (!totals) {
      this.#sharing.plan();
      return;
    }
    // What was forgotten meanwhile, or belongs to a minute that is over, is settled where nobody looks.
    for (const { key, counted, own } of told) {
      counted.own -= own;
      counted.shared = totals.get(key) ?? counted.shared + own;
    }
  }

  /** What was counted in another minute counts no more. */
  private turn(minute: number): void {
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#counted.clear();
  }

  private begin(key: string): Counted {
    const counted = { shared: 0, own: 0 };
    this.#counted.set(key, counted);
    return counted;
  }
}
