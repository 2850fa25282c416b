import { Soon, type After } from './soon.js';

const MINUTE_MS = 60_000;
/** Keys of one minute; beyond that the one that came first is forgotten. */
const MOST_KEYS = 10_000;

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
  readonly #counted = new Map<string, Counted>();
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
    const [minute, counted] = [this.#minute, this.#counted];
    const added = new Map([...counted].filter(([, { own }]) => own > 0).map(([key, { own }]) => [key, own]));
    if (added.size === 0) return;
    const totals = await this.needs.share(new Date(minute), added).catch(() => undefined);
    if (!totals) this.#sharing.plan();
    else if (minute === this.#minute) this.settle(added, totals);
  }

  private settle(added: ReadonlyMap<string, number>, totals: ReadonlyMap<string, number>): void {
    for (const [key, own] of added) {
      const counted = this.#counted.get(key);
      if (!counted) continue;
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
    const [first] = this.#counted.keys();
    if (this.#counted.size >= MOST_KEYS && first !== undefined) this.#counted.delete(first);
    const counted = { shared: 0, own: 0 };
    this.#counted.set(key, counted);
    return counted;
  }
}
