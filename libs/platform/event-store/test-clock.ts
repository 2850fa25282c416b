/** The clock of a log that was made for stories and trials: where it began, and what it shows now. */
export interface TestClock {
  readonly from: string;
  readonly shows: string;
}

/**
 * A clock that begins at a moment of the past and goes at the real speed. It runs ahead to the moment of an act that lies ahead of it,
 * so that a story told in order looks lived; never beyond the real present.
 */
export class RunningTestClock {
  #shows: number;
  #at: number;

  constructor(
    readonly from: string,
    private readonly real: () => Date,
    startedAt: Date = real(),
  ) {
    this.#shows = Date.parse(from);
    this.#at = startedAt.getTime();
  }

  now(): Date {
    return new Date(this.#shows + Math.max(0, this.real().getTime() - this.#at));
  }

  /** Runs ahead to this moment, unless it shows it already or the moment is not there yet. */
  runTo(moment: string): void {
    const [ms, real] = [Date.parse(moment), this.real().getTime()];
    if (ms > this.now().getTime() && ms <= real) [this.#shows, this.#at] = [ms, real];
  }

  reading(): TestClock {
    return { from: this.from, shows: this.now().toISOString() };
  }
}
